using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Reads the outline with Microsoft.OpenApi and adds the schemas.</summary>
internal sealed class OutlineReader
{
    private static readonly Uri s_location = new("document:openapi");

    private readonly Source _source;
    private readonly SchemaReader _schemas;
    private readonly Dictionary<string, ApiParameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ApiOperation>> _incoming = new(StringComparer.Ordinal);

    public OutlineReader(Source source, SchemaReader schemas)
    {
        _source = source;
        _schemas = schemas;
    }

    public ApiDocument Read(JsonObject outline, IReadOnlyList<ApiComponent> components)
    {
        // The validation rules are the library's opinion about documents; ours are findings.
        OpenApiReaderSettings settings = new() { RuleSet = new ValidationRuleSet() };
        OpenApiDocument document = new OpenApiJsonReader().Read(outline, s_location, settings).Document
            ?? throw new InvalidOperationException("The outline is not readable.");
        foreach (KeyValuePair<string, IOpenApiPathItem> incoming in document.Webhooks.OrEmpty())
        {
            _incoming.Add(incoming.Key, Operations(document, incoming.Key.Substring(incoming.Key.IndexOf(' ') + 1), incoming.Value));
        }

        List<ApiOperation> operations = new();
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths.OrEmpty())
        {
            operations.AddRange(Operations(document, path.Key, path.Value));
        }

        return new ApiDocument
        {
            Title = document.Info.Title,
            Summary = document.Info.Summary,
            Description = document.Info.Description,
            Version = document.Info.Version,
            Operations = operations,
            Webhooks = _incoming.Where(incoming => incoming.Key[0] == 'w').SelectMany(incoming => incoming.Value).ToList(),
            Schemas = components,
            TagDescriptions = TagDescriptions(document),
            SecuritySchemes = SecuritySchemes(document),
        };
    }

    private List<ApiOperation> Operations(OpenApiDocument document, string path, IOpenApiPathItem item)
    {
        List<ApiOperation> operations = new();
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item.Operations.OrEmpty())
        {
            operations.Add(Operation(document, path, item, operation.Key, operation.Value));
        }

        return operations;
    }

    private ApiOperation Operation(
        OpenApiDocument document, string path, IOpenApiPathItem item, HttpMethod method, OpenApiOperation operation)
    {
        List<ApiParameter> parameters = new();
        foreach (IOpenApiParameter parameter in operation.Parameters.OrEmpty())
        {
            parameters.Add(Parameter((OpenApiParameterReference)parameter));
        }

        List<ApiResponse> responses = new();
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Responses.OrEmpty())
        {
            responses.Add(new ApiResponse
            {
                Pointer = Extension(response.Value.Extensions, Outline.Pointer)!,
                StatusCode = response.Key,
                Description = response.Value.Description,
                Content = Content(response.Value.Content),
            });
        }

        List<string> tags = new();
        foreach (OpenApiTagReference tag in operation.Tags.OrEmpty())
        {
            tags.Add(tag.Reference.Id!);
        }

        return new ApiOperation
        {
            Pointer = Extension(operation.Extensions, Outline.Pointer)!,
            Path = path,
            Method = method.Method.ToUpperInvariant(),
            OperationId = operation.OperationId,
            Summary = operation.Summary,
            Description = operation.Description,
            IsDeprecated = operation.Deprecated,
            Tags = tags,
            ServerUrl = ServerUrl(operation.Servers) ?? ServerUrl(item.Servers) ?? ServerUrl(document.Servers),
            Parameters = parameters,
            RequestBody = RequestBody(operation.RequestBody),
            Responses = responses,
            Security = Security(operation.Security ?? document.Security),
            Callbacks = ExtensionNode(operation.Extensions, Outline.Callbacks).AsTexts()
                .Where(_incoming.ContainsKey).SelectMany(key => _incoming[key]).ToList(),
        };
    }

    private ApiParameter Parameter(OpenApiParameterReference reference)
    {
        string id = reference.Reference.Id!;
        if (!_parameters.TryGetValue(id, out ApiParameter? parameter))
        {
            parameter = Parameter(reference.Target!);
            _parameters.Add(id, parameter);
        }

        return parameter;
    }

    private ApiParameter Parameter(IOpenApiParameter parameter)
    {
        string? contentType = null;
        IOpenApiSchema? schema = parameter.Schema;
        foreach (KeyValuePair<string, IOpenApiMediaType> content in parameter.Content.OrEmpty())
        {
            contentType ??= content.Key;
            schema ??= content.Value.Schema;
        }

        return new ApiParameter
        {
            Pointer = Extension(parameter.Extensions, Outline.Pointer)!,
            Name = parameter.Name!,
            In = OutlineWords.Of(parameter.In!.Value),
            IsRequired = parameter.Required || parameter.In == ParameterLocation.Path,
            IsDeprecated = parameter.Deprecated,
            Description = parameter.Description,
            Style = Extension(parameter.Extensions, Outline.Style) ?? OutlineWords.Of(parameter.Style!.Value),
            Explode = parameter.Explode,
            AllowReserved = parameter.AllowReserved,
            Schema = Schema(schema),
            ContentType = contentType,
            Example = Example(parameter.Extensions),
        };
    }

    private ApiRequestBody? RequestBody(IOpenApiRequestBody? body) => body is null ? null : new ApiRequestBody
    {
        Pointer = Extension(body.Extensions, Outline.Pointer)!,
        IsRequired = body.Required,
        Description = body.Description,
        Content = Content(body.Content),
    };

    private IReadOnlyList<ApiMediaType> Content(IDictionary<string, IOpenApiMediaType>? content)
    {
        List<ApiMediaType> mediaTypes = new();
        foreach (KeyValuePair<string, IOpenApiMediaType> mediaType in content.OrEmpty())
        {
            Dictionary<string, ApiEncoding> encodings = new(StringComparer.Ordinal);
            foreach (KeyValuePair<string, OpenApiEncoding> encoding in mediaType.Value.Encoding.OrEmpty())
            {
                encodings.Add(encoding.Key, new ApiEncoding
                {
                    ContentType = encoding.Value.ContentType,
                    Style = Extension(encoding.Value.Extensions, Outline.Style) ?? (encoding.Value.Style is { } style ? OutlineWords.Of(style) : null),
                    Explode = ExtensionNode(encoding.Value.Extensions, Outline.Explode).AsFlag(),
                });
            }

            mediaTypes.Add(new ApiMediaType
            {
                Pointer = Extension(mediaType.Value.Extensions, Outline.Pointer)!,
                Name = mediaType.Key,
                Schema = Schema(mediaType.Value.Schema),
                ItemSchema = Schema(mediaType.Value.ItemSchema),
                Encoding = encodings,
                Example = Example(mediaType.Value.Extensions),
            });
        }

        return mediaTypes;
    }

    private ApiSchema? Schema(IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return null;
        }

        string pointer = Extension(schema.Extensions, Outline.Pointer)!;
        return ExtensionNode(schema.Extensions, Outline.Fields) is { } fields
            ? _schemas.ReadForm(fields.AsTexts(), pointer)
            : _schemas.ReadAt(pointer);
    }

    private string? Example(IDictionary<string, IOpenApiExtension>? extensions) =>
        Extension(extensions, Outline.Example) is { } pointer ? _source.Find(pointer)?.ToJsonString() : null;

    private static string? Extension(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        ExtensionNode(extensions, name)?.GetValue<string>();

    private static JsonNode? ExtensionNode(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension)
            ? ((JsonNodeExtension)extension).Node
            : null;

    private static string? ServerUrl(IList<OpenApiServer>? servers) =>
        servers is { Count: > 0 } ? servers[0].Url ?? "" : null;

    private static IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Security(
        IList<OpenApiSecurityRequirement>? alternatives)
    {
        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> security = new();
        foreach (OpenApiSecurityRequirement alternative in alternatives.OrEmpty())
        {
            Dictionary<string, IReadOnlyList<string>> schemes = new(StringComparer.Ordinal);
            foreach (KeyValuePair<OpenApiSecuritySchemeReference, List<string>> scheme in alternative)
            {
                schemes[scheme.Key.Reference.Id!] = scheme.Value;
            }

            security.Add(schemes);
        }

        return security;
    }

    private static IReadOnlyDictionary<string, string> TagDescriptions(OpenApiDocument document)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (OpenApiTag tag in document.Tags.OrEmpty())
        {
            if (tag.Description is { } description)
            {
                tags[tag.Name!] = description;
            }
        }

        return tags;
    }

    private static IReadOnlyList<ApiSecurityScheme> SecuritySchemes(OpenApiDocument document)
    {
        List<ApiSecurityScheme> schemes = new();
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in document.Components!.SecuritySchemes.OrEmpty())
        {
            schemes.Add(new ApiSecurityScheme
            {
                Pointer = Extension(scheme.Value.Extensions, Outline.Pointer)!,
                Name = scheme.Key,
                Type = OutlineWords.Of(scheme.Value.Type!.Value),
                In = scheme.Value.In is { } location ? OutlineWords.Of(location) : null,
                ParameterName = scheme.Value.Name,
                HttpScheme = scheme.Value.Scheme,
                Description = scheme.Value.Description,
            });
        }

        return schemes;
    }
}
