using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds the path, query, header and cookie parameters of an operation.</summary>
internal sealed class ParameterBinder
{
    private readonly TypeModels _types;
    private readonly KeptNames _kept;

    public ParameterBinder(TypeModels types, KeptNames kept)
    {
        _types = types;
        _kept = kept;
    }

    /// <summary>Gets the parameters that a caller gives: not those that must be there and can have one value.</summary>
    public static IEnumerable<ParameterChoice> Asked(CallChoice call) => call.Parameters.Where(parameter => ConstantOf(parameter) is null);

    /// <summary>Binds the parameters of an operation: required ones first, then as a lock keeps them, then as the document has them.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="names">The names of those that a caller gives, then of those that the path has undeclared.</param>
    public List<ParameterModel> Bind(CallChoice call, IReadOnlyList<string> names)
    {
        int named = 0;
        List<ParameterModel> bound = new();
        foreach (ParameterChoice parameter in call.Parameters)
        {
            if (ConstantOf(parameter) is not { } constant)
            {
                bound.Add(Bind(parameter, names[named++], call.Operation.Path));
            }
            else if (BindConstant(parameter, constant, call.Operation.Path) is { } sent)
            {
                bound.Add(sent);
            }
        }

        bound.AddRange(call.UndeclaredPathParameters.Select((name, i) => new ParameterModel
        {
            Name = names[named + i],
            WireName = name,
            Location = ParameterLocation.Path,
            Type = TypeRef.Of(TypeKind.String),
            IsRequired = true,
            Style = ParameterStyle.Simple,
            KeepsSlashes = IsWholeRest(name, call.Operation.Path),
        }));
        return bound.OrderBy(p => p.IsRequired ? 0 : 1).ThenBy(p => _kept.PositionOf(call.Name, p.Location, p.WireName)).ToList();
    }

    private ParameterModel Bind(ParameterChoice choice, string name, string path)
    {
        (ApiParameter parameter, ParameterLocation location) = (choice.Parameter, choice.Location);
        bool isRequired = (parameter.IsRequired && !HasDefault(parameter)) || location == ParameterLocation.Path;
        TypeRef type = choice.Schema is null ? TypeRef.Of(TypeKind.String) : _types.Of(choice.Schema, Direction.Sent);
        if (!isRequired)
        {
            type = type.AsNullable();
        }
        else if (location == ParameterLocation.Path)
        {
            // A path has no spelling for null.
            type = type.AsNotNullable();
        }

        if (location == ParameterLocation.QueryString)
        {
            return BindQueryString(choice, type, isRequired, name);
        }

        return new ParameterModel
        {
            Name = name,
            WireName = parameter.Name,
            Location = location,
            Type = type,
            IsRequired = isRequired,
            Style = Style(parameter.Style, location),
            Explode = parameter.Explode,
            AllowReserved = parameter.AllowReserved,
            KeepsSlashes = location == ParameterLocation.Path && IsWholeRest(parameter.Name, path),
            IsJson = choice.ContentType is { } essence && MediaTypes.IsJson(essence),
            Pointer = parameter.Pointer,
            Doc = Document(parameter),
            IsDeprecated = parameter.IsDeprecated,
        };
    }

    // The one value of a parameter that must be there, which nobody needs to be asked for. A path cannot be without a value.
    private static ApiValue? ConstantOf(ParameterChoice choice)
    {
        bool isPath = choice.Location == ParameterLocation.Path;
        ApiValue? constant = choice.Schema is null || !(choice.Parameter.IsRequired || isPath) || choice.Location == ParameterLocation.QueryString
            ? null
            : SchemaFacts.ConstantOf(choice.Schema);
        return isPath && constant?.Node is null ? null : constant;
    }

    // Its name is none of C#, so that it is in nobody's way. Null has a spelling in JSON alone; elsewhere it is left out.
    private ParameterModel? BindConstant(ParameterChoice choice, ApiValue constant, string path)
    {
        TypeRef type = TypeRef.Of(EnumShapes.TypeOfConstant(constant));
        ParameterModel parameter = Bind(choice, "=" + choice.Parameter.Name, path) with { Type = type, Constant = _types.Defaults.BindConstant(constant, type) };
        return constant.Node is null && !parameter.IsJson ? null : parameter;
    }

    // A form's fields are spelled as the members of an exploded query parameter; anything else goes whole.
    private static ParameterModel BindQueryString(ParameterChoice choice, TypeRef type, bool isRequired, string name)
    {
        string essence = choice.ContentType ?? "application/x-www-form-urlencoded";
        bool isForm = MediaTypes.IsForm(essence) && type.Kind is TypeKind.Object or TypeKind.Map or TypeKind.Union or TypeKind.Any;
        bool isText = !isForm && !MediaTypes.IsJson(essence);
        return new ParameterModel
        {
            Name = name,
            WireName = choice.Parameter.Name,
            Location = isForm ? ParameterLocation.Query : ParameterLocation.QueryString,
            Type = !isText ? type : isRequired ? TypeRef.Of(TypeKind.String) : TypeRef.Of(TypeKind.String).AsNullable(),
            IsRequired = isRequired,
            Style = ParameterStyle.Form,
            Explode = true,
            IsJson = !isForm && !isText,
            Pointer = choice.Parameter.Pointer,
            Doc = Document(choice.Parameter),
            IsDeprecated = choice.Parameter.IsDeprecated,
        };
    }

    private static DocModel Document(ApiParameter parameter) =>
        parameter.Schema is null ? Docs.Text(parameter.Description) : SchemaDocs.OfMember(parameter.Schema, parameter.Description);

    private static bool IsWholeRest(string name, string path) => PathTemplate.TakesRest(path, name);

    // Who is asked for a value and may leave it out is told what counts then: a server that requires one has it.
    private static bool HasDefault(ApiParameter parameter) =>
        parameter.Schema is { } schema && SchemaFacts.DefaultOf(schema) is { Node: not null };

    // `form` in a path or header, where the specification does not have it, can mean nothing but the style of the place.
    private static ParameterStyle Style(string style, ParameterLocation location) => style switch
    {
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "tabDelimited" => ParameterStyle.TabDelimited,
        _ => location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form,
    };
}
