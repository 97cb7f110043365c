using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>Checks JSON against the keywords that FastAPI's documents use for answers.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    /// <summary>Fails at the first place where the value is not what the schema says.</summary>
    public void Check(JsonNode? value, JsonObject schema, string place)
    {
        if (Problem(value, schema, place) is { } problem)
        {
            Assert.Fail(problem);
        }
    }

    private string? Problem(JsonNode? value, JsonObject schema, string place)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            string name = reference["#/components/schemas/".Length..];
            return Problem(value, document["components"]!["schemas"]![name]!.AsObject(), place);
        }

        if (value is null && (bool?)schema["nullable"] == true)
        {
            return null;
        }

        JsonArray alternatives = schema["anyOf"]?.AsArray() ?? schema["oneOf"]?.AsArray() ?? [];
        if (alternatives.Count > 0 && alternatives.All(branch => Problem(value, branch!.AsObject(), place) is not null))
        {
            return $"{place}: no alternative fits {value?.ToJsonString()}.";
        }

        return (schema["allOf"]?.AsArray() ?? []).Select(part => Problem(value, part!.AsObject(), place))
            .Append(TypeProblem(value, schema, place))
            .Append(EnumProblem(value, schema, place))
            .FirstOrDefault(problem => problem is not null);
    }

    private string? TypeProblem(JsonNode? value, JsonObject schema, string place)
    {
        JsonValueKind kind = value?.GetValueKind() ?? JsonValueKind.Null;
        bool fits = (string?)schema["type"] switch
        {
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number && value!.AsValue().TryGetValue(out long _),
            "array" => kind == JsonValueKind.Array,
            "object" => kind == JsonValueKind.Object,
            _ => true,
        };
        return (fits, kind) switch
        {
            (false, _) => $"{place}: {value?.ToJsonString() ?? "null"} is not {schema["type"]}.",
            (_, JsonValueKind.Array) => ItemsProblem(value!.AsArray(), schema, place),
            (_, JsonValueKind.Object) => MembersProblem(value!.AsObject(), schema, place),
            _ => null,
        };
    }

    private static string? EnumProblem(JsonNode? value, JsonObject schema, string place) =>
        schema["enum"] is JsonArray values && !values.Any(known => JsonNode.DeepEquals(known, value))
            ? $"{place}: {value?.ToJsonString()} is not one of {values.ToJsonString()}."
            : null;

    private string? ItemsProblem(JsonArray array, JsonObject schema, string place)
    {
        if (schema["items"] is JsonArray tuple && tuple.Count != array.Count)
        {
            return $"{place}: {array.Count} items where {tuple.Count} are declared.";
        }

        return array
            .Select((item, i) => (schema["items"] as JsonArray)?[i] is JsonObject fixedItem
                ? Problem(item, fixedItem, $"{place}/{i}")
                : schema["items"] is JsonObject any ? Problem(item, any, $"{place}/{i}") : null)
            .FirstOrDefault(problem => problem is not null);
    }

    // FastAPI before 0.100 writes null for a member that has no value, and does not say so in the document: null is
    // let pass where a member is not required.
    private string? MembersProblem(JsonObject value, JsonObject schema, string place)
    {
        HashSet<string> required = [.. (schema["required"]?.AsArray() ?? []).Select(name => (string)name!)];
        if (required.FirstOrDefault(name => !value.ContainsKey(name)) is { } missing)
        {
            return $"{place}: {missing} is missing.";
        }

        JsonObject properties = schema["properties"]?.AsObject() ?? [];
        return value
            .Select(member =>
                properties[member.Key] is JsonObject property
                    ? member.Value is null && !required.Contains(member.Key) ? null : Problem(member.Value, property, $"{place}/{member.Key}")
                    : schema["additionalProperties"] is JsonObject rest ? Problem(member.Value, rest, $"{place}/{member.Key}") : null)
            .FirstOrDefault(problem => problem is not null);
    }
}
