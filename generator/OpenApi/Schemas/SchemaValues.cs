using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads the keywords that hold values of any kind.</summary>
internal static class SchemaValues
{
    public static ApiValue? Read(JsonNode? node, bool isPresent) =>
        !isPresent ? null : node is null ? ApiValue.Null : new ApiValue(node);

    /// <summary>Reads which members must be there where another one is.</summary>
    /// <returns>For each of these the member, then those that it needs.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> ReadDependentRequired(JsonNode? node) =>
        node is not JsonObject members ? Array.Empty<IReadOnlyList<string>>() : members
            .Select(member => new[] { member.Key }.Concat(member.Value.AsTexts()).ToArray())
            .Where(names => names.Length > 1)
            .ToArray();

    /// <param name="node">The keyword's value.</param>
    /// <param name="isNullable">
    /// Whether <c>nullable: true</c> stands beside it: its authors mean null as one more value, which 3.1 and later
    /// have to list.
    /// </param>
    public static IReadOnlyList<ApiValue>? ReadEnum(JsonNode? node, bool isNullable)
    {
        // One value is a list of it. No values would be a schema that nothing fits: nobody means that.
        if (node is JsonValue single)
        {
            return isNullable ? new[] { new ApiValue(single), ApiValue.Null } : new[] { new ApiValue(single) };
        }

        if (node is not JsonArray { Count: > 0 } items)
        {
            return null;
        }

        bool hasNull = false;
        List<ApiValue> values = new(items.Count + 1);
        foreach (JsonNode? item in items)
        {
            hasNull |= item is null;
            values.Add(Read(item, isPresent: true)!);
        }

        if (isNullable && !hasNull)
        {
            values.Add(ApiValue.Null);
        }

        return values;
    }

    /// <summary>Reads <c>example</c> or the first of <c>examples</c>.</summary>
    /// <remarks>
    /// <c>example</c> is OpenAPI's own and deprecated since 3.1, <c>examples</c> JSON Schema's list (2020-12, Validation
    /// 9.5). Either may say null, which is an example too.
    /// </remarks>
    public static ApiValue? ReadExample(in SchemaKeywords keywords)
    {
        if (keywords.Has(SchemaKeyword.Example))
        {
            return Read(keywords.Example, isPresent: true);
        }

        return keywords.Examples is JsonArray { Count: > 0 } examples ? Read(examples[0], isPresent: true) : null;
    }
}
