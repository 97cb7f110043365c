using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>A parameter of an operation, and where its value goes.</summary>
/// <remarks>
/// The template decides which path parameters there are: a place in it needs a value, declared or not, and a parameter
/// without a place can go nowhere (OpenAPI, "Parameter Object": the name MUST stand in the path).
/// </remarks>
/// <param name="Parameter">The parameter.</param>
/// <param name="Location">Where it goes.</param>
internal sealed record ParameterChoice(ApiParameter Parameter, ParameterLocation Location)
{
    /// <summary>Gets the media type that spells the value, in lower case; null: a style does.</summary>
    public string? ContentType => Parameter.ContentType is { } contentType ? MediaTypes.Essence(contentType) : null;

    /// <summary>Gets the schema that types the value; null: the caller spells it, a string.</summary>
    /// <remarks>
    /// `content` says how a value is spelled by a media type instead of a style. JSON is written for the caller; any other is
    /// a string that the caller has spelled.
    /// </remarks>
    public ApiSchema? Schema => Parameter.In == "querystring" || ContentType is not { } essence || MediaTypes.IsJson(essence) ? Parameter.Schema : null;

    public static IReadOnlyList<ParameterChoice> AllOf(ApiOperation operation, IReadOnlyList<string> inPath, Findings findings)
    {
        List<ParameterChoice> choices = new();
        foreach (ApiParameter parameter in operation.Parameters)
        {
            if (LocationOf(parameter, inPath, findings) is { } location)
            {
                choices.Add(new ParameterChoice(parameter, location));
            }
        }

        return choices;
    }

    private static ParameterLocation? LocationOf(ApiParameter parameter, IReadOnlyList<string> inPath, Findings findings)
    {
        switch (parameter.In)
        {
            case "path" when inPath.Contains(parameter.Name):
                return ParameterLocation.Path;
            case "path":
                Ignore(parameter, $"the path has no '{{{parameter.Name}}}'", findings);
                return null;
            case "query":
                return ParameterLocation.Query;
            case "header" when OwnedHeaders.Owner(parameter.Name) is { } owner:
                Ignore(parameter, $"the header {parameter.Name} {owner}", findings);
                return null;
            case "header":
                return ParameterLocation.Header;
            case "cookie":
                return ParameterLocation.Cookie;
            default:
                return ParameterLocation.QueryString;
        }
    }

    private static void Ignore(ApiParameter parameter, MessageText reason, Findings findings) =>
        findings.Ignored(parameter.Pointer, $"parameter '{parameter.Name}': {reason}");
}
