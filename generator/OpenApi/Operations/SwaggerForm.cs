using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Makes one body of the form parameters of an operation of version 2.0.</summary>
/// <remarks>
/// In 2.0 each field is a parameter, and nothing says of the form as a whole whether it has to be sent: it has to if one
/// of its fields has to.
/// </remarks>
internal sealed class SwaggerForm
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    private readonly DocumentRoot _source;
    private readonly SchemaReader _schemas;

    public SwaggerForm(DocumentRoot source, SchemaReader schemas)
    {
        _source = source;
        _schemas = schemas;
    }

    /// <summary>Puts <c>collectionFormat</c> into the terms of 3.x.</summary>
    /// <remarks>
    /// Unstated it is <c>csv</c>, in a query too: one value with commas, where 3.x repeats the name. <c>multi</c> is for
    /// queries and forms alone (2.0, "Parameter Object"); elsewhere it is read as <c>csv</c>.
    /// </remarks>
    /// <param name="parameter">The parameter.</param>
    /// <param name="canRepeat">Whether each item can stand on its own: in a query and a form alone.</param>
    /// <returns>The style, null for the default of the place; and whether each item stands on its own.</returns>
    public static (string? Style, bool Explode) Style(JsonObject parameter, bool canRepeat)
    {
        string format = parameter.GetText("collectionFormat") ?? "csv";
        string? style = format switch
        {
            "ssv" => "spaceDelimited",
            "pipes" => "pipeDelimited",

            // OpenAPI 3.2 has no word for it.
            "tsv" => "tabDelimited",
            _ => null,
        };
        return (style, canRepeat && format == "multi");
    }

    public ApiRequestBody Read(Place operation, IReadOnlyList<Place> fields)
    {
        // `consumes` often stands for the whole document and says application/json, which no form is: it is left to fall back.
        // 2.0 lets a file go urlencoded too, where its name and media type have no place; so a file means multipart.
        bool hasFile = fields.Any(field => field.Node.GetText("type") == "file");
        Dictionary<string, ApiEncoding> encodings = new(StringComparer.Ordinal);
        foreach (Place field in fields.Where(field => field.Node.GetText("type") == "array"))
        {
            (string? style, bool explode) = Style(field.Node, canRepeat: true);
            encodings[field.Node.GetText("name")!] = new ApiEncoding { Pointer = field.Pointer, Style = style, Explode = explode };
        }

        string pointer = operation.Pointer + "/parameters";
        ApiSchema schema = ReadForm(fields, pointer);
        string fallback = hasFile ? Multipart : UrlEncoded;
        List<string> mediaTypes = MediaTypes(operation, "consumes", fallback)
            .Where(mediaType => mediaType == Multipart || (mediaType == UrlEncoded && !hasFile))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new ApiRequestBody
        {
            Pointer = pointer,
            IsRequired = fields.Any(field => field.Node.GetFlag("required") == true),
            Content = mediaTypes.DefaultIfEmpty(fallback)
                .Select(name => new ApiMediaType { Pointer = pointer, Name = name, Schema = schema, Encoding = encodings })
                .ToList(),
        };
    }

    /// <summary>Reads the schema that the fields make together; they have the keywords of their schemas themselves.</summary>
    private ApiSchema ReadForm(IReadOnlyList<Place> fields, string pointer) => new()
    {
        Pointer = pointer,
        Types = ApiType.Object,
        Properties = fields.Select(field => new ApiProperty { Name = field.Node.GetText("name")!, Schema = _schemas.Read(field.Node, field.Pointer) }).ToList(),
        Required = fields.Where(field => field.Node.GetFlag("required") == true).Select(field => field.Node.GetText("name")!).ToList(),
    };

    /// <summary>Gets the media types of an operation: its own list, else the document's, else the fallback.</summary>
    /// <remarks>An empty list is the operation's own: it clears the document's (2.0, "Operation Object").</remarks>
    public IReadOnlyList<string> MediaTypes(Place operation, string key, string fallback)
    {
        IReadOnlyList<string> mediaTypes =
            operation.Node.GetArray(key) is null ? _source.Root.GetTexts(key) : operation.Node.GetTexts(key);
        return mediaTypes.Count > 0 ? mediaTypes : new[] { fallback };
    }
}
