using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the outline of a document of version 2.0, in the terms of 3.2.</summary>
/// <remarks>
/// The library's own reader of 2.0 is not used: it throws on <c>collectionFormat: tsv</c>, loses body and form
/// parameters that are declared on the path, and what it makes of parameters has no place in the text.
/// </remarks>
internal sealed class SwaggerOutlineBuilder : OutlineBuilder
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    public SwaggerOutlineBuilder(
        Source source, References references, Findings findings, CancellationToken cancellationToken)
        : base(source, references, findings, cancellationToken)
    {
    }

    public override bool IsParameterLocation(string location) =>
        location is "path" or "query" or "header" or "body" or "formData";

    /// <summary>Makes the server of <c>schemes</c>, <c>host</c> and <c>basePath</c>; only the document has them.</summary>
    public override JsonArray? Servers(Place owner)
    {
        string host = owner.Node.GetText("host") ?? "";
        string basePath = owner.Node.GetText("basePath") ?? "";
        if (!ReferenceEquals(owner.Node, Source.Root) || (host.Length == 0 && basePath.Length == 0))
        {
            return null;
        }

        string scheme = "https";
        IReadOnlyList<string> schemes = owner.Node.GetTexts("schemes");
        if (schemes.Count > 0 && !Contains(schemes, scheme))
        {
            scheme = schemes[0];
        }

        return new JsonArray { new JsonObject { ["url"] = host.Length == 0 ? basePath : $"{scheme}://{host}{basePath}" } };
    }

    protected override JsonObject SecuritySchemes()
    {
        JsonObject schemes = new();
        foreach (KeyValuePair<string, JsonNode?> member in Source.Root.GetObject("securityDefinitions") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append("/securityDefinitions", member.Key);
            if (Follow(member.Value, pointer, LeftOut) is { } scheme)
            {
                JsonObject outline = Outline.Node(scheme.Pointer);
                Outline.CopyText(scheme.Node, outline, "description");
                if (scheme.Node.GetText("type") == "basic")
                {
                    outline["type"] = "http";
                    outline["scheme"] = "basic";
                }
                else
                {
                    Outline.CopyText(scheme.Node, outline, "type");
                    Outline.CopyText(scheme.Node, outline, "name");
                    Outline.CopyText(scheme.Node, outline, "in");
                }

                AddSecurityScheme(schemes, member.Key, outline, scheme.Pointer);
            }
        }

        return schemes;
    }

    public override void AddPayload(JsonObject outline, Place operation, IReadOnlyList<Place> parameters)
    {
        JsonArray list = new();
        List<Place> fields = new();
        foreach (Place parameter in parameters)
        {
            switch (parameter.Node.GetText("in"))
            {
                case "body":
                    outline["requestBody"] = Body(operation, parameter);
                    break;
                case "formData":
                    fields.Add(parameter);
                    break;
                default:
                    list.Add(ParameterReference(parameter));
                    break;
            }
        }

        if (fields.Count > 0 && !outline.ContainsKey("requestBody"))
        {
            outline["requestBody"] = Form(operation, fields);
        }

        outline["parameters"] = list;
        outline["responses"] = Responses(operation);
    }

    protected override JsonObject Parameter(Place parameter)
    {
        JsonObject outline = Outline.Node(parameter.Pointer);
        Outline.CopyText(parameter.Node, outline, "name");
        Outline.CopyText(parameter.Node, outline, "in");
        Outline.CopyText(parameter.Node, outline, "description");
        Outline.CopyFlag(parameter.Node, outline, "required");
        // A parameter has the keywords of its schema itself; authors who know 3.x write `schema`.
        bool hasSchema = parameter.Node.Get("type") is null && parameter.Node.Get("schema") is not null;
        outline["schema"] = Outline.Node(hasSchema ? parameter.Pointer + "/schema" : parameter.Pointer);
        AddStyle(parameter.Node, outline, canRepeat: parameter.Node.GetText("in") == "query");
        return outline;
    }

    /// <summary>Puts <c>collectionFormat</c> into the terms of 3.x.</summary>
    /// <param name="canRepeat">Whether each item can stand on its own: in a query and a form alone.</param>
    private static void AddStyle(JsonObject parameter, JsonObject outline, bool canRepeat)
    {
        string format = parameter.GetText("collectionFormat") ?? "csv";
        outline["explode"] = canRepeat && format == "multi";
        switch (format)
        {
            case "ssv":
                outline["style"] = "spaceDelimited";
                break;
            case "pipes":
                outline["style"] = "pipeDelimited";
                break;
            case "tsv":
                outline[Outline.Style] = "tabDelimited";
                break;
        }
    }

    private JsonObject Body(Place operation, Place parameter)
    {
        JsonObject content = new();
        foreach (string mediaType in MediaTypes(operation, "consumes", "application/json"))
        {
            JsonObject entry = Outline.Node(parameter.Pointer);
            if (parameter.Node.Get("schema") is not null)
            {
                entry["schema"] = Outline.Node(parameter.Pointer + "/schema");
            }

            content[mediaType] = entry;
        }

        JsonObject body = Outline.Node(parameter.Pointer);
        Outline.CopyText(parameter.Node, body, "description");
        Outline.CopyFlag(parameter.Node, body, "required");
        body["content"] = content;
        return body;
    }

    private JsonObject Form(Place operation, List<Place> fields)
    {
        bool isRequired = false;
        bool hasFile = false;
        JsonObject encodings = new();
        List<string> pointers = new();
        foreach (Place field in fields)
        {
            pointers.Add(field.Pointer);
            isRequired |= field.Node.GetFlag("required") == true;
            hasFile |= field.Node.GetText("type") == "file";
            if (field.Node.GetText("type") == "array")
            {
                JsonObject encoding = new();
                AddStyle(field.Node, encoding, canRepeat: true);
                Outline.CopyFlag(encoding, encoding, "explode", Outline.Explode);
                encoding.Remove("explode");
                encodings[field.Node.GetText("name")!] = encoding;
            }
        }

        string pointer = operation.Pointer + "/parameters";
        JsonObject content = new();
        foreach (string mediaType in MediaTypes(operation, "consumes", hasFile ? Multipart : UrlEncoded))
        {
            if (mediaType == Multipart || (mediaType == UrlEncoded && !hasFile))
            {
                content[mediaType] = FormContent();
            }
        }

        if (content.Count == 0)
        {
            content[hasFile ? Multipart : UrlEncoded] = FormContent();
        }

        JsonObject body = Outline.Node(pointer);
        body["required"] = isRequired;
        body["content"] = content;
        return body;

        JsonObject FormContent()
        {
            JsonObject schema = Outline.Node(pointer);
            schema[Outline.Fields] = Outline.Array(pointers);
            JsonObject entry = Outline.Node(pointer);
            entry["schema"] = schema;
            entry["encoding"] = encodings.DeepClone();
            return entry;
        }
    }

    private JsonObject Responses(Place operation)
    {
        JsonObject responses = new();
        foreach (KeyValuePair<string, JsonNode?> member in operation.Node.GetObject("responses") ?? new JsonObject())
        {
            if (!IsStatus(member.Key))
            {
                continue;
            }

            string pointer = JsonPointer.Append(operation.Pointer + "/responses", member.Key);
            if (Follow(member.Value, pointer, AnyJsonResponse) is not { } response)
            {
                responses[member.Key] = AnyJson(pointer);
                continue;
            }

            JsonObject content = new();
            if (response.Node.Get("schema") is { } schema)
            {
                bool isFile = (schema as JsonObject)?.GetText("type") == "file";
                string fallback = isFile ? "application/octet-stream" : "application/json";
                foreach (string mediaType in MediaTypes(operation, "produces", fallback))
                {
                    JsonObject entry = Outline.Node(response.Pointer);
                    entry["schema"] = Outline.Node(response.Pointer + "/schema");
                    content[mediaType] = entry;
                }
            }

            JsonObject outline = Outline.Node(response.Pointer);
            Outline.CopyText(response.Node, outline, "description");
            outline["content"] = content;
            responses[member.Key] = outline;
        }

        return responses;
    }

    /// <summary>Gets the media types of an operation: its own list, else the document's, else the fallback.</summary>
    private IReadOnlyList<string> MediaTypes(Place operation, string key, string fallback)
    {
        IReadOnlyList<string> mediaTypes =
            operation.Node.GetArray(key) is null ? Source.Root.GetTexts(key) : operation.Node.GetTexts(key);
        return mediaTypes.Count > 0 ? mediaTypes : new[] { fallback };
    }

    private static bool Contains(IReadOnlyList<string> texts, string text)
    {
        foreach (string candidate in texts)
        {
            if (candidate == text)
            {
                return true;
            }
        }

        return false;
    }
}
