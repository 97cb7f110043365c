using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Breaks one bound of an instance at a time: of the value itself, or of a member whose schema says a bound by itself.</summary>
internal static class BrokenText
{
    public static IEnumerable<string> Of(RawDocument document, JsonNode schema, string json)
    {
        if (Resolve(document, schema) is not { } keywords)
        {
            yield break;
        }

        foreach (JsonNode? broken in Values(keywords, JsonNode.Parse(json)))
        {
            yield return broken?.ToJsonString() ?? "null";
        }

        if (JsonNode.Parse(json) is not JsonObject members || keywords["properties"] is not JsonObject properties)
        {
            yield break;
        }

        foreach (string name in members.Select(member => member.Key).ToArray())
        {
            if (properties[name] is JsonObject own && Resolve(document, own) is { } bounds)
            {
                foreach (JsonNode? broken in Values(bounds, members[name]).ToArray())
                {
                    JsonObject copy = (JsonObject)members.DeepClone();
                    copy[name] = broken;
                    yield return copy.ToJsonString();
                }
            }
        }
    }

    private static JsonObject? Resolve(RawDocument document, JsonNode schema)
    {
        JsonObject? keywords = schema as JsonObject;
        for (int i = 0; i < 8 && keywords is not null && SchemaText.Text(keywords["$ref"]) is { } reference; i++)
        {
            keywords = document.Resolve(reference) as JsonObject;
        }

        return keywords;
    }

    private static IEnumerable<JsonNode?> Values(JsonObject keywords, JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.String when value.GetValue<string>() is var text && keywords["format"] is null:
                if (Int(keywords["maxLength"]) is { } most and < 10_000)
                {
                    yield return JsonValue.Create(text + new string('a', most + 1 - Math.Min(most, text.Length) + text.Length));
                }

                if (Int(keywords["minLength"]) is > 0)
                {
                    yield return JsonValue.Create("");
                }

                break;
            case JsonValueKind.Number:
                foreach (string keyword in new[] { "maximum", "exclusiveMaximum" })
                {
                    if (SchemaText.Number(keywords[keyword]) is { } bound and < 1e15 and > -1e15)
                    {
                        yield return JsonValue.Create(Math.Floor(bound) + 1);
                    }
                }

                foreach (string keyword in new[] { "minimum", "exclusiveMinimum" })
                {
                    if (SchemaText.Number(keywords[keyword]) is { } bound and < 1e15 and > -1e15)
                    {
                        yield return JsonValue.Create(Math.Ceiling(bound) - 1);
                    }
                }

                break;
            case JsonValueKind.Array:
                JsonArray items = value.AsArray();
                if (Int(keywords["maxItems"]) is { } many and < 1000 && items.Count > 0)
                {
                    yield return new JsonArray([.. Enumerable.Repeat(items[0], many + 1).Select(item => item?.DeepClone())]);
                }

                if (Int(keywords["minItems"]) is > 0)
                {
                    yield return new JsonArray();
                }

                break;
        }
    }

    private static int? Int(JsonNode? node) => SchemaText.Number(node) is { } number and >= 0 and < int.MaxValue ? (int)number : null;
}
