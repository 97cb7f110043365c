using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds the inputs of an endpoint to parameters, in the order of the app.</summary>
internal sealed class InputBinder
{
    private readonly TypeModels _types;
    private readonly Findings _findings;

    public InputBinder(TypeModels types, Findings findings)
    {
        _types = types;
        _findings = findings;
    }

    public BodyModel Bind(GradioEndpoint endpoint)
    {
        IReadOnlyList<string> names = WordNames.Parameters(
            endpoint.Parameters.Select(parameter => WordNames.Parameter(parameter.Name, "Input", parameter.Schema.Pointer)), _findings);
        IEnumerable<BodyFieldModel> fields = endpoint.Parameters.Select((parameter, i) => Bind(parameter, names[i]));
        return new BodyModel(BodyKind.Inputs, "application/json", true, null, fields.ToEquatableArray());
    }

    private BodyFieldModel Bind(GradioParameter parameter, string name)
    {
        TypeRef type = _types.Of(parameter.Schema, Direction.Received);
        LiteralModel? literal = parameter.Default is { Node: not null } value ? BindDefault(value, type) : null;
        bool isScalar = literal is { Kind: not LiteralKind.Json };
        bool isRequired = parameter.Default is null;
        return new BodyFieldModel
        {
            Name = name,
            WireName = parameter.Name,
            Type = isRequired || isScalar ? type : type.AsNullable(),
            IsRequired = isRequired,
            Style = ParameterStyle.Form,
            Explode = true,
            IsJson = true,
            InputKind = parameter.Kind,
            InputLabel = parameter.IsPositional ? parameter.Label : null,
            Doc = Docs.BindInput(parameter),
            Default = literal,
        };
    }

    // A default in the signature is what a reader looks for there; anything larger is sent as the app wrote it.
    private LiteralModel BindDefault(ApiValue value, TypeRef type) =>
        _types.Defaults.Bind(value, type) is { Kind: LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean } scalar
            ? scalar
            : new LiteralModel(LiteralKind.Json, value.Json);
}
