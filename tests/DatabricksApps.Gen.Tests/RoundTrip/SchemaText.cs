using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>Looks at keywords of a raw schema.</summary>
internal static class SchemaText
{
    public static bool IsNull(JsonNode? schema) => schema is JsonObject && schema["type"] is JsonValue type && Text(type) == "null";

    public static bool AllowsNull(JsonObject keywords) =>
        Types(keywords).Contains("null")
        || keywords["nullable"] is JsonValue { } nullable && nullable.GetValueKind() == JsonValueKind.True
        || ((keywords["anyOf"] ?? keywords["oneOf"]) as JsonArray)?.Any(IsNull) == true
        || (keywords["enum"] as JsonArray)?.Contains(null) == true && !keywords.ContainsKey("type");

    /// <summary>Gets the type of an instance; null if the schema allows any.</summary>
    public static string? TypeOf(JsonObject keywords, int variant)
    {
        string[] types = [.. Types(keywords).Where(type => type != "null")];
        return types.Length > 0 ? types[variant % types.Length]
            : Types(keywords).Length > 0 ? "null"
            : keywords.ContainsKey("properties") ? "object"
            : keywords.ContainsKey("items") || keywords.ContainsKey("prefixItems") ? "array"
            : null;
    }

    public static int? Number(JsonObject keywords, string name) =>
        keywords[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? (int)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;

    /// <summary>Gets the most branches or values that any part of a schema has, down to its references.</summary>
    public static int CountVariants(JsonNode? schema, JsonObject document, int depth = 0)
    {
        if (depth > 3)
        {
            return 1;
        }

        return schema switch
        {
            JsonObject keywords when keywords["$ref"] is JsonValue reference =>
                CountVariants(InstanceBuilder.Resolve(document, Text(reference) ?? ""), document, depth + 1),
            JsonObject keywords => keywords
                .Select(keyword => Math.Max(
                    keyword.Key is "anyOf" or "oneOf" or "enum" && keyword.Value is JsonArray choices ? choices.Count : 1,
                    CountVariants(keyword.Value, document, depth)))
                .Append(1)
                .Max(),
            JsonArray items => items.Select(item => CountVariants(item, document, depth)).Append(1).Max(),
            _ => 1,
        };
    }

    private static string[] Types(JsonObject keywords) => keywords["type"] switch
    {
        JsonArray types => [.. types.Select(Text).OfType<string>()],
        JsonValue type => [Text(type) ?? ""],
        _ => [],
    };

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
