using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds the inputs of an endpoint to parameters, in the order of the app.</summary>
internal sealed class InputBinder
{
    private static readonly string[] s_reserved = { "options", "cancellationToken" };

    private readonly SchemaBinder _schemas;
    private readonly DefaultBinder _defaults;

    public InputBinder(BindingContext context, SchemaBinder schemas)
    {
        _schemas = schemas;
        _defaults = new DefaultBinder(context);
    }

    public BodyModel Bind(GradioEndpoint endpoint, Hint hint)
    {
        NameScope names = new(s_reserved);
        List<BodyFieldModel> fields = endpoint.Parameters.Select(parameter => Bind(parameter, names, hint)).ToList();
        return new BodyModel(BodyKind.Inputs, "application/json", true, null, fields.ToEquatableArray());
    }

    private BodyFieldModel Bind(GradioParameter parameter, NameScope names, Hint hint)
    {
        TypeRef type = _schemas.Bind(parameter.Schema, hint.Child(Words.Pascal(parameter.Name)));
        LiteralModel? literal = parameter.Default is { Node: not null } value ? BindDefault(value, type) : null;
        bool isScalar = literal is { Kind: not LiteralKind.Json };
        bool isRequired = parameter.Default is null;
        return new BodyFieldModel
        {
            Name = names.Take(Words.Camel(parameter.Name), Words.Camel(Words.PascalWithSymbols(parameter.Name))),
            WireName = parameter.Name,
            Type = isRequired || isScalar ? type : type.AsNullable(),
            IsRequired = isRequired,
            Style = ParameterStyle.Form,
            Explode = true,
            IsJson = true,
            Doc = Docs.BindInput(parameter),
            Default = literal,
        };
    }

    // A default in the signature is what a reader looks for there; anything larger is sent as the app wrote it.
    private LiteralModel BindDefault(ApiValue value, TypeRef type) =>
        _defaults.Bind(value, type) is { Kind: LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean } scalar
            ? scalar
            : new LiteralModel(LiteralKind.Json, value.Json);
}
