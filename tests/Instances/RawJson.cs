using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Reads JSON; of members with one name, the last counts.</summary>
internal static class RawJson
{
    private static readonly JsonDocumentOptions s_options =
        new() { MaxDepth = 10_000, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a text; null if it is not JSON.</summary>
    public static JsonNode? Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, s_options);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject members = [];
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    members[property.Name] = Read(property.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Read)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
