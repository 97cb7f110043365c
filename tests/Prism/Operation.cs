using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Prism;

/// <summary>An operation of a document.</summary>
/// <param name="Pointer">Its place, such as <c>/paths/~1items/get</c>.</param>
/// <param name="Parameters">Its parameters, those of its path too, references followed.</param>
/// <param name="Body">The schema of the body that is sent; null if there is none.</param>
/// <param name="IsForm">Whether the body is a form.</param>
/// <param name="Security">The first way to sign in: the schemes, references followed.</param>
internal sealed record Operation(
    string Pointer, IReadOnlyList<JsonObject> Parameters, JsonNode? Body, bool IsForm, IReadOnlyList<JsonObject> Security)
{
    private static readonly string[] s_json = ["application/json", "+json", "text/json"];

    /// <summary>Finds the operation at a place; null if there is none.</summary>
    public static Operation? Find(RawDocument document, string pointer)
    {
        int last = pointer.LastIndexOf('/');
        if (document.Find(pointer) is not JsonObject operation || document.Find(pointer[..last]) is not JsonObject item)
        {
            return null;
        }

        JsonObject[] own = [.. Objects(document, operation["parameters"])];
        JsonObject[] parameters = [.. own, .. Objects(document, item["parameters"])
            .Where(shared => !own.Any(parameter => KeyOf(parameter) == KeyOf(shared)))];
        (JsonNode? body, bool isForm) = document.IsSwagger ? SwaggerBody(parameters) : BodyOf(document, operation);
        return new Operation(pointer, parameters, body, isForm, SecurityOf(document, operation));
    }

    /// <summary>Gets whether the method is one of OpenAPI 3.2's.</summary>
    public bool IsOfLaterMethod => Pointer.EndsWith("/query", StringComparison.Ordinal) || Pointer.Contains("/additionalOperations/", StringComparison.Ordinal);

    /// <summary>Finds where an answer is not what the document says; null if it is, or if nothing is said.</summary>
    public string? FindProblem(RawDocument document, Exchange exchange)
    {
        JsonObject? responses = document.Find(Pointer)?["responses"] as JsonObject;
        JsonNode? declared = responses?[$"{exchange.Status}"] ?? responses?[$"{exchange.Status / 100}XX"] ?? responses?["default"];
        JsonNode? response = Follow(document, declared);
        JsonNode? schema = document.IsSwagger ? response?["schema"]
            : (response?["content"] as JsonObject)?.FirstOrDefault(media => media.Key.Split(';')[0].Trim() == exchange.MediaType).Value?["schema"];
        try
        {
            return new SchemaCheck(document).FindProblem(JsonNode.Parse(exchange.Body, documentOptions: new() { MaxDepth = 500 }), schema);
        }
        catch (System.Text.Json.JsonException)
        {
            return schema is null ? null : "no JSON";
        }
    }

    /// <summary>Gets the schema of a parameter.</summary>
    public static JsonNode? SchemaOf(JsonObject parameter) => parameter["schema"]
        ?? (parameter["content"] as JsonObject)?.FirstOrDefault().Value?["schema"]
        ?? (parameter.ContainsKey("type") ? parameter : null);

    private static (string?, string?) KeyOf(JsonObject parameter) => (parameter["name"]?.ToString(), parameter["in"]?.ToString());

    private static IEnumerable<JsonObject> Objects(RawDocument document, JsonNode? items) =>
        (items as JsonArray ?? []).Select(item => Follow(document, item)).OfType<JsonObject>();

    private static JsonNode? Follow(RawDocument document, JsonNode? node) =>
        node is JsonObject keywords && keywords["$ref"] is JsonValue reference ? document.Resolve(reference.ToString()) : node;

    private static (JsonNode?, bool) SwaggerBody(IReadOnlyList<JsonObject> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter["in"]?.ToString() == "body") is { } body)
        {
            return (body["schema"], false);
        }

        JsonObject properties = [];
        JsonArray required = [];
        foreach (JsonObject field in parameters.Where(parameter => parameter["in"]?.ToString() == "formData"))
        {
            string name = field["name"]?.ToString() ?? "";
            JsonObject schema = (JsonObject)field.DeepClone();
            schema.Remove("required");
            properties[name] = schema;
            if (field["required"]?.ToString() == "true")
            {
                required.Add(name);
            }
        }

        return properties.Count == 0 ? (null, false) : (new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required }, true);
    }

    private static (JsonNode?, bool) BodyOf(RawDocument document, JsonObject operation)
    {
        if (Follow(document, operation["requestBody"]) is not JsonObject body || body["content"] is not JsonObject { Count: > 0 } content)
        {
            return (null, false);
        }

        // The client sends JSON where it can, and then forms.
        (string type, JsonNode? media) = content
            .OrderBy(entry => s_json.Any(json => entry.Key.Contains(json, StringComparison.OrdinalIgnoreCase)) ? 0
                : entry.Key.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? 1
                : entry.Key.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? 2
                : entry.Key.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? 3 : 4)
            .First();
        return ((Follow(document, media) as JsonObject)?["schema"], type.Contains("form", StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<JsonObject> SecurityOf(RawDocument document, JsonObject operation)
    {
        JsonObject? first = ((operation["security"] ?? document.Root["security"]) as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
        JsonObject schemes = (document.IsSwagger ? document.Root["securityDefinitions"] : document.Root["components"]?["securitySchemes"]) as JsonObject ?? [];
        return [.. (first ?? []).Select(requirement => Follow(document, schemes[requirement.Key])).OfType<JsonObject>()];
    }
}
