using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Adds a text to every string of a document that its author may choose, so that the document stays itself.</summary>
internal sealed class HostileDocument(string payload)
{
    /// <summary>What stands for the text while the document is changed.</summary>
    private const char Text = '\u2620';

    /// <summary>What stands for the text in a path, where braces would be a parameter.</summary>
    private const char PathText = '\u2622';

    /// <summary>Objects whose keys are names.</summary>
    private static readonly string[] s_maps =
        ["properties", "schemas", "mapping", "securitySchemes", "scopes", "headers", "examples", "patternProperties", "encoding"];

    private static readonly string[] s_texts =
    [
        "title", "description", "summary", "operationId", "pattern", "default", "const", "example", "url", "tokenUrl",
        "propertyName", "version", "name",
    ];

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_lists = ["enum", "required", "tags", "examples", "default"];

    /// <summary>Returns the document with the text added everywhere.</summary>
    public string Spoil(JsonNode document) => string.Concat(Visit(document, "")!.ToJsonString(s_plain).Select(c => c switch
    {
        Text => Escape(payload),
        PathText => Escape(payload.Replace("{", "").Replace("}", "")),
        _ => c.ToString(),
    }));

    private JsonNode? Visit(JsonNode? node, string key) => node switch
    {
        JsonObject members => VisitObject(members, key),
        JsonArray items => new JsonArray([.. items.Select(item => s_lists.Contains(key) && item is JsonValue ? Add(item) : Visit(item, key))]),
        _ => node?.DeepClone(),
    };

    private JsonObject VisitObject(JsonObject members, string key)
    {
        JsonObject result = [];
        foreach ((string name, JsonNode? value) in members)
        {
            bool isPathParameter = name == "name" && members["in"]?.ToString() == "path";
            result[NewName(name, value, key)] =
                name == "$ref" || key == "mapping" ? Reference(value!.ToString())
                : s_texts.Contains(name) && value is JsonValue && !s_maps.Contains(key) && !isPathParameter ? Add(value)
                : Visit(value, s_maps.Contains(key) ? "" : name);
        }

        return result;
    }

    private static string NewName(string name, JsonNode? value, string key) =>
        s_maps.Contains(key) || (key == "security" && value is JsonArray) ? name + Text
        : key == "paths" ? name + PathText
        : name;

    private static JsonNode Add(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(value.ToString() + Text) : value.DeepClone();

    private JsonNode Reference(string reference) =>
        JsonValue.Create(reference + Uri.EscapeDataString(payload.Replace("~", "~0").Replace("/", "~1")));

    private static string Escape(string text) => string.Concat(text.Select(c => $"\\u{(int)c:X4}"));
}
