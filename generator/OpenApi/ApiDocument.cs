using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>What a document says, whatever its version and format: all of it in OpenAPI 3.2's terms.</summary>
/// <remarks>
/// Nodes are compared by reference. Each knows its JSON pointer in the document as the user wrote it (also when the
/// reader has moved or repaired it), so that a diagnostic can be placed and a type can name its source.
/// </remarks>
internal sealed class ApiDocument
{
    /// <summary>Gets how many characters the document has, with the other files that it takes parts from.</summary>
    public long Length { get; set; }

    /// <summary>Gets the document's <c>info.title</c>.</summary>
    public string? Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>Gets <c>x-generator</c>: what wrote the document, such as <c>NSwag v14.4.0.0 (NJsonSchema …)</c>.</summary>
    public string? Generator { get; init; }

    public string? Description { get; init; }

    public string? Version { get; init; }

    /// <summary>Gets the operations, in the document's order.</summary>
    public required IReadOnlyList<ApiOperation> Operations { get; init; }

    /// <summary>Gets the calls that the app makes by itself: <c>webhooks</c>, the name in place of the path.</summary>
    public required IReadOnlyList<ApiOperation> Webhooks { get; init; }

    /// <summary>Gets the schemas of <c>components/schemas</c> (<c>definitions</c> in 2.0), in the document's order.</summary>
    public required IReadOnlyList<ApiComponent> Schemas { get; init; }

    /// <summary>Gets the descriptions of the tags that have one.</summary>
    public required IReadOnlyDictionary<string, string> TagDescriptions { get; init; }

    /// <summary>Gets the document's security schemes.</summary>
    public required IReadOnlyList<ApiSecurityScheme> SecuritySchemes { get; init; }
}

/// <summary>A named schema.</summary>
internal sealed class ApiComponent
{
    /// <summary>Gets the key in the document, such as <c>Page_Item_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets whether the author has named it; else a reference points into a schema, and the name is made of the pointer.</summary>
    public bool IsNamed { get; init; } = true;

    public required ApiSchema Schema { get; init; }
}

/// <summary>An operation with everything that the path item above it gives.</summary>
internal sealed class ApiOperation
{
    public required string Pointer { get; init; }

    /// <summary>Gets the path template, such as <c>/items/{item_id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the HTTP method in upper case.</summary>
    public required string Method { get; init; }

    public string? OperationId { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Gets the URL of the effective server, variables at their defaults; null if there is none.</summary>
    public string? ServerUrl { get; init; }

    /// <summary>Gets the parameters, those of the path item included, references resolved.</summary>
    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    public ApiRequestBody? RequestBody { get; init; }

    public required IReadOnlyList<ApiResponse> Responses { get; init; }

    /// <summary>Gets the calls that the app makes because of this one, the callback's name in place of the path.</summary>
    public IReadOnlyList<ApiOperation> Callbacks { get; init; } = Array.Empty<ApiOperation>();

    /// <summary>Gets the effective security: alternatives, each the scheme names with their scopes.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Security { get; init; }

    /// <summary>Gets <c>x-databricks-scopes</c>: the scopes that a token for the call needs, as the app's author knows them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = Array.Empty<string>();
}

internal sealed class ApiParameter
{
    public required string Pointer { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets <c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c> or <c>querystring</c>.</summary>
    public required string In { get; init; }

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    public string? Description { get; init; }

    /// <summary>Gets the style, the default of <see cref="In"/> filled in (<c>form</c>, <c>simple</c>, …).</summary>
    public required string Style { get; init; }

    /// <summary>Gets whether arrays and objects are exploded, the default of <see cref="Style"/> filled in.</summary>
    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Gets the schema, that of <see cref="ContentType"/> if the parameter has <c>content</c>.</summary>
    public ApiSchema? Schema { get; init; }

    /// <summary>Gets the media type of a <c>content</c> parameter.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets an example as JSON text.</summary>
    public string? Example { get; init; }
}

internal sealed class ApiRequestBody
{
    public required string Pointer { get; init; }

    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<ApiMediaType> Content { get; init; }
}

internal sealed class ApiMediaType
{
    public required string Pointer { get; init; }

    /// <summary>Gets the media type as the document spells it, such as <c>application/json; charset=utf-8</c>.</summary>
    public required string Name { get; init; }

    public ApiSchema? Schema { get; init; }

    /// <summary>Gets the schema of each item of a stream (<c>itemSchema</c>).</summary>
    public ApiSchema? ItemSchema { get; init; }

    /// <summary>Gets the encodings of the properties of a form.</summary>
    public required IReadOnlyDictionary<string, ApiEncoding> Encoding { get; init; }

    public string? Example { get; init; }
}

internal sealed class ApiEncoding
{
    public required string Pointer { get; init; }

    public string? ContentType { get; init; }

    public string? Style { get; init; }

    public bool? Explode { get; init; }
}

internal sealed class ApiResponse
{
    public required string Pointer { get; init; }

    /// <summary>Gets the status code as the document spells it: <c>200</c>, <c>4XX</c>, <c>default</c>.</summary>
    public required string StatusCode { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<ApiHeader> Headers { get; init; } = Array.Empty<ApiHeader>();

    public required IReadOnlyList<ApiMediaType> Content { get; init; }
}

internal sealed class ApiHeader
{
    public required string Pointer { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets the words for its type: no schema is read for it, since no value of it becomes C#.</summary>
    public required string Type { get; init; }

    public bool IsRequired { get; init; }
}

internal sealed class ApiSecurityScheme
{
    public required string Pointer { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets <c>apiKey</c>, <c>http</c>, <c>oauth2</c>, <c>openIdConnect</c> or <c>mutualTLS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets where an API key goes: <c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string? In { get; init; }

    /// <summary>Gets the header, query parameter or cookie of an API key.</summary>
    public string? ParameterName { get; init; }

    /// <summary>Gets the HTTP scheme, such as <c>bearer</c>.</summary>
    public string? HttpScheme { get; init; }

    public string? Description { get; init; }
}
