using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds the inputs of an endpoint to parameters: as a lock keeps them, then in the order of the app.</summary>
internal sealed class InputBinder
{
    private readonly TypeModels _types;
    private readonly KeptNames _kept;
    private readonly Findings _findings;

    public InputBinder(TypeModels types, KeptNames kept, Findings findings)
    {
        _types = types;
        _kept = kept;
        _findings = findings;
    }

    public BodyModel Bind(GradioEndpoint endpoint)
    {
        IReadOnlyList<string> names = WordNames.Parameters(
            endpoint.Parameters.Select(parameter => WordNames.Parameter(
                parameter.Name, "Input", parameter.Schema.Pointer, _kept.FieldOf(endpoint.Name, parameter.Name))),
            keptBody: "",
            _findings);
        IEnumerable<BodyFieldModel> fields = endpoint.Parameters.Select((parameter, i) => Bind(parameter, names[i]));
        if (!endpoint.Parameters.Any(parameter => parameter.IsPositional))
        {
            // An app takes inputs by their names, unless it has none for one of them.
            fields = fields.OrderBy(field => _kept.PositionOfField(endpoint.Name, field.WireName));
        }

        return new BodyModel(BodyKind.Inputs, "application/json", true, null, fields.ToEquatableArray());
    }

    // Any input can be null: a cleared field, an image that nobody chose. So null is no word for "not given": a plain default
    // stands in the signature, and where there is another the input says by itself whether it is given.
    private BodyFieldModel Bind(GradioParameter parameter, string name)
    {
        TypeRef type = _types.Of(parameter.Schema, Direction.Received);
        LiteralModel? scalar = parameter.Default is { Node: not null } value ? BindScalar(value, type) : null;
        return new BodyFieldModel
        {
            Name = name,
            WireName = parameter.Name,
            Type = type.AsNullable(),
            IsRequired = parameter.Default is null,
            IsOmittable = parameter.Default is { Node: not null } && scalar is null,
            Style = ParameterStyle.Form,
            Explode = true,
            IsJson = true,
            InputKind = parameter.Kind,
            InputLabel = parameter.IsPositional ? parameter.Label : null,
            Doc = Docs.BindInput(parameter),
            Default = scalar,
        };
    }

    private LiteralModel? BindScalar(ApiValue value, TypeRef type) =>
        _types.Defaults.Bind(value, type) is { Kind: LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean } scalar ? scalar : null;
}
