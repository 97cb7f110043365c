using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads limits and bounds, whatever number spells them.</summary>
internal static class SchemaLimits
{
    /// <summary>Reads a count such as <c>maxLength</c>; <c>5.0</c> is 5 (JSON Schema 2020-12, 4.2.3).</summary>
    /// <returns>The count, <see cref="int.MaxValue"/> for one that is larger; null if it limits nothing.</returns>
    public static int? ReadCount(JsonNode? node, string keyword, string pointer, Findings findings)
    {
        if (node is null)
        {
            return null;
        }

        if (node.AsText() is { } text
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal count)
            && count >= 0
            && decimal.Truncate(count) == count)
        {
            return count > int.MaxValue ? int.MaxValue : (int)count;
        }

        if (node is JsonValue && node.GetValueKind() == JsonValueKind.Number)
        {
            findings.Repaired(JsonPointer.Append(pointer, keyword), $"'{keyword}' is no whole number and limits nothing");
        }

        return null;
    }

    /// <summary>Reads a pair of bounds of one side as the document spells them.</summary>
    /// <remarks>
    /// Until 3.0 <c>exclusive…</c> is a boolean about the bound beside it; from 3.1 on it is a bound itself. FastAPI
    /// before 0.99 wrote the number under the label 3.0.2, so the value decides and not the label.
    /// </remarks>
    public static (string? Inclusive, string? Exclusive) ReadBound(JsonNode? inclusive, JsonNode? exclusive)
    {
        string? bound = ReadNumber(inclusive);
        return exclusive.AsFlag() switch
        {
            true => (null, bound),
            false => (bound, null),
            null => (bound, ReadNumber(exclusive)),
        };
    }

    /// <summary>Reads a number as the document spells it, also as a text; null for anything else.</summary>
    public static string? ReadNumber(JsonNode? node) => node is not JsonValue value ? null
        : value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString()
        : value.GetValueKind() == JsonValueKind.String && decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value.AsText()
        : null;
}
