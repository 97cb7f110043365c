using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>The document that an app serves, as JSON: where its references lead.</summary>
internal sealed class LiveDocument(JsonElement root)
{
    // A reference to a reference to a reference: nobody writes more, and a circle ends here.
    private const int Longest = 16;

    public JsonElement Root { get; } = root;

    /// <summary>Gets a member of an object; null: it is no object, or has no such member.</summary>
    public static JsonElement? Get(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>Gets a text; null: it is none.</summary>
    public static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool IsTrue(JsonElement? value) => value is { ValueKind: JsonValueKind.True };

    /// <summary>Gets the items of a list; none: it is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>Gets the members of an object; none: it is no object.</summary>
    public static IEnumerable<JsonProperty> Members(JsonElement? owner) => owner is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject() : [];

    /// <summary>Gets what a parameter, body, answer or path is, which may be a reference; null: the reference leads nowhere here.</summary>
    public JsonElement? Resolve(JsonElement? node)
    {
        for (int i = 0; i < Longest && Text(Get(node, "$ref")) is { } reference; i++)
        {
            node = Find(reference);
        }

        return Get(node, "$ref") is null ? node : null;
    }

    /// <summary>Gets what a reference leads to; null: it is in another file, or nowhere.</summary>
    public JsonElement? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return reference == "#" ? Root : null;
        }

        JsonElement? node = Root;
        foreach (string part in reference[2..].Split('/'))
        {
            string name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is { ValueKind: JsonValueKind.Array } list
                ? int.TryParse(name, out int index) && index >= 0 && index < list.GetArrayLength() ? list[index] : null
                : Get(node, name);
        }

        return node;
    }
}
