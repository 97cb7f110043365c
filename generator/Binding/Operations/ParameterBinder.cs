using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds the path, query, header and cookie parameters of an operation.</summary>
/// <remarks>
/// The template decides which path parameters there are: a place in it needs a value, declared or not, and a parameter
/// without a place can go nowhere (OpenAPI, "Parameter Object": the name MUST stand in the path).
/// </remarks>
internal sealed class ParameterBinder
{
    // OpenAPI, "Parameter Object": header parameters of these names "SHALL be ignored".
    private static readonly string[] s_ignoredHeaders = { "Accept", "Content-Type", "Authorization" };

    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;

    public ParameterBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
    }

    /// <summary>Binds the parameters of an operation, required ones first.</summary>
    /// <param name="route">The path with the base path before it, which may have parameters too.</param>
    public List<ParameterModel> Bind(ApiOperation operation, string route, NameScope names, Hint hint)
    {
        IReadOnlyList<string> inPath = PathBinder.ParameterNames(route);
        List<ParameterModel> bound = new();
        foreach (ApiParameter parameter in operation.Parameters)
        {
            if (Location(parameter, inPath) is { } location)
            {
                bound.Add(BindOne(parameter, location, operation, names, hint));
            }
        }

        foreach (string name in inPath.Except(bound.Where(p => p.Location == ParameterLocation.Path).Select(p => p.WireName)).ToList())
        {
            _context.Findings.UndeclaredPathParameter(operation.Pointer, $"'{name}' of '{route}'");
            bound.Add(new ParameterModel
            {
                Name = NameOf(name, ParameterLocation.Path, names),
                WireName = name,
                Location = ParameterLocation.Path,
                Type = TypeRef.Of(TypeKind.String),
                IsRequired = true,
                Style = ParameterStyle.Simple,
                AllowReserved = IsWholeRest(name, operation.Path),
            });
        }

        return bound.OrderBy(p => p.IsRequired ? 0 : 1).ToList();
    }

    // `content` says how a value is spelled by a media type instead of a style. JSON is written for the caller; any other is
    // a string that the caller has spelled.
    private ParameterModel BindOne(ApiParameter parameter, ParameterLocation location, ApiOperation operation, NameScope names, Hint hint)
    {
        bool isRequired = parameter.IsRequired || location == ParameterLocation.Path;
        TypeRef type = _schemas.Bind(parameter.Schema, hint.Child(Words.Pascal(parameter.Name)));
        bool isJson = parameter.ContentType is { } contentType && MediaTypes.IsJson(MediaTypes.Essence(contentType));
        bool isOtherContent = parameter.ContentType is not null && !isJson && parameter.In != "querystring";
        if (parameter.Schema is null || isOtherContent)
        {
            // The caller spells what is neither JSON nor a style.
            type = TypeRef.Of(TypeKind.String);
        }

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
            return BindQueryString(parameter, type, isRequired, names);
        }

        ParameterStyle style = Style(parameter.Style, location);
        return new ParameterModel
        {
            Name = NameOf(parameter.Name, location, names),
            WireName = parameter.Name,
            Location = location,
            Type = type,
            IsRequired = isRequired,
            Style = style,
            Explode = parameter.Explode,
            AllowReserved = parameter.AllowReserved || (location == ParameterLocation.Path && IsWholeRest(parameter.Name, operation.Path)),
            IsJson = isJson,
            Doc = parameter.Schema is null ? Docs.Text(parameter.Description) : Docs.BindMember(parameter.Schema, parameter.Description),
            IsDeprecated = parameter.IsDeprecated,
        };
    }

    // A form's fields are spelled as the members of an exploded query parameter; anything else goes whole.
    private static ParameterModel BindQueryString(ApiParameter parameter, TypeRef type, bool isRequired, NameScope names)
    {
        string essence = MediaTypes.Essence(parameter.ContentType ?? "application/x-www-form-urlencoded");
        bool isForm = MediaTypes.IsForm(essence) && type.Kind is TypeKind.Object or TypeKind.Map or TypeKind.Union or TypeKind.Any;
        bool isText = !isForm && !MediaTypes.IsJson(essence);
        return new ParameterModel
        {
            Name = NameOf(parameter.Name, ParameterLocation.QueryString, names),
            WireName = parameter.Name,
            Location = isForm ? ParameterLocation.Query : ParameterLocation.QueryString,
            Type = !isText ? type : isRequired ? TypeRef.Of(TypeKind.String) : TypeRef.Of(TypeKind.String).AsNullable(),
            IsRequired = isRequired,
            Style = ParameterStyle.Form,
            Explode = true,
            IsJson = !isForm && !isText,
            Doc = parameter.Schema is null ? Docs.Text(parameter.Description) : Docs.BindMember(parameter.Schema, parameter.Description),
            IsDeprecated = parameter.IsDeprecated,
        };
    }

    private ParameterLocation? Location(ApiParameter parameter, IReadOnlyList<string> inPath)
    {
        switch (parameter.In)
        {
            case "path" when inPath.Contains(parameter.Name):
                return ParameterLocation.Path;
            case "path":
                Ignore(parameter, $"the path has no '{{{parameter.Name}}}'");
                return null;
            case "query":
                return ParameterLocation.Query;
            case "header" when s_ignoredHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase):
                Ignore(parameter, $"the header {parameter.Name} is not the caller's to set (OpenAPI, Parameter Object)");
                return null;
            case "header":
                return ParameterLocation.Header;
            case "cookie":
                return ParameterLocation.Cookie;
            default:
                return ParameterLocation.QueryString;
        }
    }

    private void Ignore(ApiParameter parameter, MessageText reason) =>
        _context.Findings.Ignored(parameter.Pointer, $"parameter '{parameter.Name}': {reason}");

    private static string NameOf(string wireName, ParameterLocation location, NameScope names)
    {
        string camel = Words.Camel(wireName);
        string symbols = Words.Camel(Words.PascalWithSymbols(wireName));
        return names.Take(camel, symbols, Words.Camel(location + "_" + wireName));
    }

    // Starlette's {file_path:path} takes slashes, but a document no longer shows the converter. FastAPI's own
    // documentation names such parameters "…path" and puts them last.
    private static bool IsWholeRest(string name, string path) =>
        name.EndsWith("path", StringComparison.OrdinalIgnoreCase) && path.EndsWith("{" + name + "}", StringComparison.Ordinal);

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
