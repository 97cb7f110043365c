using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Gradio;

/// <summary>What kind of JSON an input takes, in a word or two: <c>string</c>, <c>list of file</c>, <c>number or string</c>.</summary>
/// <remarks>
/// Generated code has the kind that the snapshot tells, and compares it with the one that the running app tells: so it is
/// read by one rule, of the schema as the app sends it. Choices, bounds and titles are no part of it; they change from start
/// to start and from version to version of Gradio.
/// </remarks>
internal static class InputKind
{
    private const string Definitions = "#/$defs/";
    private const string Anything = "anything";
    private const int MostSteps = 16;

    /// <summary>Gets the kind of a schema of <c>/info</c>.</summary>
    public static string Of(JsonNode? schema) => Of(schema, schema, MostSteps);

    /// <summary>Tells whether a schema is that of a file: the title is Gradio's own, the members are what every version has.</summary>
    public static bool IsFile(JsonNode? schema) =>
        schema is JsonObject members && members["properties"] is JsonObject properties
        && properties.ContainsKey("path") && properties.ContainsKey("meta") && properties.ContainsKey("orig_name");

    private static string Of(JsonNode? node, JsonNode? root, int steps)
    {
        if (node is not JsonObject schema || steps == 0)
        {
            return Anything;
        }

        if (TextOf(schema["$ref"]) is { } reference && reference.StartsWith(Definitions, StringComparison.Ordinal))
        {
            return Of((root?["$defs"] as JsonObject)?[reference.Substring(Definitions.Length)], root, steps - 1);
        }

        if (IsFile(schema))
        {
            return "file";
        }

        return (schema["anyOf"] ?? schema["oneOf"]) is JsonArray alternatives ? Join(alternatives.Select(one => Of(one, root, steps - 1)))
            : schema["type"] is JsonArray types ? Join(types.Select(type => OfType(TextOf(type), schema, root, steps)))
            : TextOf(schema["type"]) is { } type ? OfType(type, schema, root, steps)
            : schema["enum"] is JsonArray values ? Join(values.Select(OfValue))
            : schema.ContainsKey("const") ? OfValue(schema["const"])
            : schema["properties"] is JsonObject ? "object"
            : Anything;
    }

    // Python's int and float go into each other's place; a list of several kinds of item is a list.
    private static string OfType(string? type, JsonObject schema, JsonNode? root, int steps) => type switch
    {
        "integer" => "number",
        "array" => Of(schema["items"], root, steps - 1) is var item && item != Anything ? "list of " + item : "list",
        "null" => "",
        null => Anything,
        _ => type,
    };

    private static string OfValue(JsonNode? value) => value switch
    {
        null => "",
        JsonObject => "object",
        JsonArray => "list",
        _ when TextOf(value) is not null => "string",
        _ => value.ToJsonString() is "true" or "false" ? "boolean" : "number",
    };

    // Null is no kind of its own: any input can be null, whatever its schema says.
    private static string Join(IEnumerable<string> kinds)
    {
        List<string> distinct = kinds.Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        distinct.Sort(StringComparer.Ordinal);
        return distinct.Count == 0 || distinct.Contains(Anything) ? Anything : string.Join(" or ", distinct);
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
