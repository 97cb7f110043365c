using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Looks at keywords of a raw schema.</summary>
internal static class SchemaText
{
    /// <summary>Gets the text of a string node; null for anything else.</summary>
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Gets the value of a number; null for anything else.</summary>
    public static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Tells whether a node is the literal true.</summary>
    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>Tells whether a node is the literal false.</summary>
    public static bool IsFalse(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.False;

    /// <summary>Gets the types that a schema names, null among them.</summary>
    public static string[] Types(JsonObject keywords) => keywords["type"] switch
    {
        JsonArray types => [.. types.Select(Text).OfType<string>().Select(Known)],
        JsonValue type => Text(type) is { } name ? [Known(name)] : [],
        _ => [],
    };

    // Authors' own names for types.
    private static string Known(string type) => type.ToLowerInvariant() switch
    {
        "int" or "int32" or "int64" or "long" => "integer",
        "float" or "double" or "decimal" => "number",
        "bool" => "boolean",
        "list" => "array",
        "dict" or "map" => "object",
        "str" or "text" or "date" or "datetime" or "date-time" or "uuid" or "file" => "string",
        "none" => "null",
        _ => type,
    };

    /// <summary>Tells whether a schema allows nothing but null.</summary>
    public static bool IsNull(JsonNode? schema) =>
        schema is JsonObject keywords && (Types(keywords) is ["null"]
            || (keywords["enum"] is JsonArray { Count: > 0 } values && values.All(value => value is null))
            || (keywords.TryGetPropertyValue("const", out JsonNode? constant) && constant is null));

    /// <summary>Tells whether a schema allows null, as far as it says so itself.</summary>
    public static bool AllowsNull(JsonObject keywords) =>
        Types(keywords).Contains("null")
        || IsTrue(keywords["nullable"])
        || Branches(keywords).Any(IsNull)
        || ((keywords["enum"] as JsonArray)?.Contains(null) == true && !keywords.ContainsKey("type"));

    /// <summary>Gets the branches of <c>anyOf</c> and <c>oneOf</c>.</summary>
    public static IEnumerable<JsonNode?> Branches(JsonObject keywords) =>
        (keywords["anyOf"] as JsonArray ?? []).Concat(keywords["oneOf"] as JsonArray ?? []);

    /// <summary>Gets the most branches or values that any part of a schema has, without those that it refers to.</summary>
    public static int CountVariants(JsonNode? schema) => schema switch
    {
        JsonObject keywords => keywords
            .Select(keyword => Math.Max(
                keyword.Key is "anyOf" or "oneOf" or "enum" && keyword.Value is JsonArray choices ? choices.Count : 1,
                CountVariants(keyword.Value)))
            .Append(SmallestCount)
            .Max(),
        JsonArray items => items.Select(CountVariants).Append(SmallestCount).Max(),
        _ => SmallestCount,
    };

    // Strings and numbers have spellings of their own.
    private const int SmallestCount = 3;
}
