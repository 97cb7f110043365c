using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Spells the library's enumerations as OpenAPI does.</summary>
internal static class OutlineWords
{
    public static string Of(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Header => "header",
        ParameterLocation.Cookie => "cookie",
        ParameterLocation.QueryString => "querystring",
        _ => "query",
    };

    public static string Of(ParameterStyle style) => style switch
    {
        ParameterStyle.Matrix => "matrix",
        ParameterStyle.Label => "label",
        ParameterStyle.Simple => "simple",
        ParameterStyle.SpaceDelimited => "spaceDelimited",
        ParameterStyle.PipeDelimited => "pipeDelimited",
        ParameterStyle.DeepObject => "deepObject",
        ParameterStyle.Cookie => "cookie",
        _ => "form",
    };

    public static string Of(SecuritySchemeType type) => type switch
    {
        SecuritySchemeType.ApiKey => "apiKey",
        SecuritySchemeType.OAuth2 => "oauth2",
        SecuritySchemeType.OpenIdConnect => "openIdConnect",
        SecuritySchemeType.MutualTLS => "mutualTLS",
        _ => "http",
    };

    /// <summary>Gets a list of the library, which is null where the document has none.</summary>
    public static IEnumerable<T> OrEmpty<T>(this IEnumerable<T>? items) => items ?? Enumerable.Empty<T>();
}
