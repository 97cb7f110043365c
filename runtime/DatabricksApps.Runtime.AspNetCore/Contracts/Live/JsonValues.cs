using System.Text.Encodings.Web;
using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Compares values by what they are: a document may escape a text, and write a number, in several ways.</summary>
internal static class JsonValues
{
    /// <summary>Spells a text, number or Boolean; null: it is something else, whose spelling says little.</summary>
    public static string? Spell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"\"{JsonEncodedText.Encode(value.GetString()!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>Tells whether a value is the one of a lock.</summary>
    public static bool IsSame(JsonElement value, string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement other = document.RootElement;
            return value.ValueKind == other.ValueKind && value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() == other.GetString(),
                JsonValueKind.Number => value.GetRawText() == other.GetRawText() || value.GetDouble() == other.GetDouble(),
                _ => value.GetRawText() == other.GetRawText(),
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
