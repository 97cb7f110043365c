using System.Text.Json;

namespace DatabricksApps.Tool.Documents;

/// <summary>Reading of what may be there, and may be of another kind.</summary>
internal static class JsonElementExtensions
{
    /// <summary>Gets a member; undefined: there is none.</summary>
    public static JsonElement Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value : default;

    /// <summary>Gets the members; none, if it is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    /// <summary>Gets the items; none, if it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    /// <summary>Gets the text; null: it is none, or no text can be made of it.</summary>
    public static string? Text(this JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
