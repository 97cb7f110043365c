using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Auth;

/// <summary>Reads the JSON of a workspace's answers.</summary>
internal static class AnswerJson
{
    /// <summary>Parses the answer; null: it is no JSON object.</summary>
    public static JsonDocument? Parse(WorkspaceAnswer answer) => Parse(answer.Body);

    /// <summary>Parses UTF-8 text, in whose strings what is no text becomes U+FFFD; null: it is no JSON object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            JsonDocument document = LenientText.ParseDocument(utf8);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Gets a member that is text; null: there is none, or it is empty.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text ? text : null;
}
