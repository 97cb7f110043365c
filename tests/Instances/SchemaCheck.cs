using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Checks JSON against the keywords that decide about types: type, properties, items, allOf, anyOf, oneOf, required, enum and const.</summary>
/// <param name="document">The document.</param>
public sealed class SchemaCheck(RawDocument document)
{
    private const int DeepestNesting = 200;

    /// <summary>Finds the first place where a value is not what a schema says; null if there is none.</summary>
    public string? FindProblem(JsonNode? value, JsonNode? schema) => FindProblem(value, schema, "$", 0);

    private string? FindProblem(JsonNode? value, JsonNode? schema, string place, int nesting)
    {
        if (schema is not JsonObject keywords || nesting > DeepestNesting)
        {
            return SchemaText.IsFalse(schema) ? $"{place}: nothing may be there" : null;
        }

        if (SchemaText.Text(keywords["$ref"]) is { } reference)
        {
            return FindProblem(value, document.Resolve(reference), place, nesting + 1);
        }

        if (value is null && SchemaText.AllowsNull(keywords))
        {
            return null;
        }

        foreach (string keyword in new[] { "anyOf", "oneOf" })
        {
            if (keywords[keyword] is JsonArray { Count: > 0 } branches && branches.All(branch => FindProblem(value, branch, place, nesting + 1) is not null))
            {
                return $"{place}: no branch of {keyword} fits";
            }
        }

        return (keywords["allOf"] as JsonArray ?? []).Select(part => FindProblem(value, part, place, nesting + 1)).FirstOrDefault(problem => problem is not null)
            ?? FindTypeProblem(value, keywords, place)
            ?? (value is JsonObject members ? FindMemberProblem(members, keywords, place, nesting) : null)
            ?? (value is JsonArray items ? FindItemProblem(items, keywords, place, nesting) : null);
    }

    private static string? FindTypeProblem(JsonNode? value, JsonObject keywords, string place)
    {
        string[] types = SchemaText.Types(keywords);
        string actual = (value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => SchemaText.Number(value) is double number && number == Math.Floor(number) ? "integer" : "number",
            JsonValueKind kind => kind.ToString().ToLowerInvariant(),
        };
        bool fits = types.Length == 0 || types.Contains(actual) || (actual == "integer" && types.Contains("number"));
        return !fits ? $"{place}: {actual} instead of {string.Join(" or ", types)}"
            : SchemaText.Text(value) is { } text && !HasValue(text, SchemaText.Text(keywords["format"])) ? $"{place}: '{text}' is no {keywords["format"]} that a C# type holds"
            : null;
    }

    // The values that the types hold: a duration without years and months, a URI that System.Uri knows.
    private static bool HasValue(string text, string? format) => format switch
    {
        "byte" or "base64" => Convert.TryFromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='), new byte[text.Length], out _),
        "duration" => !text.Split('T')[0].Any(letter => letter is 'Y' or 'M'),
        "uri" or "url" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => true,
    };

    private string? FindMemberProblem(JsonObject members, JsonObject keywords, string place, int nesting)
    {
        string? missing = (keywords["required"] as JsonArray ?? []).Select(SchemaText.Text).FirstOrDefault(name => name is not null && !members.ContainsKey(name));
        if (missing is not null)
        {
            return $"{place}: '{missing}' is required";
        }

        JsonObject properties = keywords["properties"] as JsonObject ?? [];
        foreach ((string name, JsonNode? value) in members)
        {
            JsonNode? schema = properties.TryGetPropertyValue(name, out JsonNode? own) ? own
                : keywords.ContainsKey("patternProperties") ? null : keywords["additionalProperties"] as JsonObject;
            if (FindProblem(value, schema, $"{place}.{name}", nesting + 1) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private string? FindItemProblem(JsonArray items, JsonObject keywords, string place, int nesting) =>
        keywords["items"] is not JsonObject schema || keywords.ContainsKey("prefixItems") ? null
        : items.Select((item, index) => FindProblem(item, schema, $"{place}[{index}]", nesting + 1)).FirstOrDefault(problem => problem is not null);
}
