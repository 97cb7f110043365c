using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads the keyword <c>type</c>, also where it holds a word of another language.</summary>
/// <remarks>
/// JSON Schema knows seven words, in lower case. Documents written by hand have those of Python, Java or C# too, and
/// formats in the place of types. What they mean is certain enough; to allow any value would say less.
/// </remarks>
internal static class SchemaTypes
{
    /// <param name="node">The keyword's value.</param>
    /// <param name="pointer">The pointer of the schema.</param>
    /// <param name="findings">Takes what is not valid.</param>
    /// <param name="format">The format that the word implies, if any.</param>
    public static ApiType Read(JsonNode? node, string pointer, Findings findings, out string? format)
    {
        format = null;
        switch (node)
        {
            case null:
                return ApiType.None;
            case JsonArray array:
                // In YAML null without quotes is the value and not the word.
                ApiType types = ApiType.None;
                foreach (JsonNode? item in array)
                {
                    types |= item is null ? ApiType.Null : ReadOne(item, pointer, findings, out format);
                }

                return types;
            default:
                return ReadOne(node, pointer, findings, out format);
        }
    }

    private static ApiType ReadOne(JsonNode node, string pointer, Findings findings, out string? format)
    {
        format = null;
        string? word = node is JsonValue ? node.AsText() : null;
        switch (word)
        {
            case "string": return ApiType.String;
            case "integer": return ApiType.Integer;
            case "number": return ApiType.Number;
            case "boolean": return ApiType.Boolean;
            case "array": return ApiType.Array;
            case "object": return ApiType.Object;
            case "null": return ApiType.Null;
            case "file":
                // OpenAPI 2.0's upload or download.
                format = "binary";
                return ApiType.String;
        }

        (ApiType type, format) = Guess(word);
        string meant = type == ApiType.None ? "any type is allowed" : $"it is read as '{type.ToString().ToLowerInvariant()}'";
        MessageText message = word is null
            ? MessageText.Of($"'type' is {node.KindName()}; {meant}")
            : MessageText.Of($"there is no type '{word}'; {meant}");
        findings.Repaired(JsonPointer.Append(pointer, "type"), message);
        return type;
    }

    private static (ApiType Type, string? Format) Guess(string? word) => word?.ToLowerInvariant() switch
    {
        "str" or "text" or "filepath" or "string" => (ApiType.String, null),
        "date" => (ApiType.String, "date"),
        "datetime" or "date-time" => (ApiType.String, "date-time"),
        "uuid" => (ApiType.String, "uuid"),
        "bool" or "boolean" => (ApiType.Boolean, null),
        "int" or "long" or "integer" => (ApiType.Integer, null),
        "int32" => (ApiType.Integer, "int32"),
        "int64" => (ApiType.Integer, "int64"),
        "float" or "double" or "decimal" or "number" => (ApiType.Number, null),
        "array" => (ApiType.Array, null),
        "dict" or "map" or "object" => (ApiType.Object, null),
        "none" or "nil" => (ApiType.Null, null),
        _ => (ApiType.None, null),
    };
}
