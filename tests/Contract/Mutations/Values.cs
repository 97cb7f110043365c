using System.Text.Json.Nodes;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes what a schema says of one value.</summary>
internal static class Values
{
    private static readonly string[] s_more =
        ["enum", "const", "format", "pattern", "contentEncoding", "contentMediaType", "anyOf", "oneOf", "allOf", "$ref", "items", "properties", "x-enum-varnames"];

    public static bool Set(JsonObject node, string name, bool value)
    {
        node[name] = value;
        return true;
    }

    /// <summary>Gets the branch beside null, if there is no other.</summary>
    public static JsonObject Inner(JsonObject schema)
    {
        JsonObject[] branches = [.. (schema["anyOf"] as JsonArray ?? []).OfType<JsonObject>().Where(branch => branch["type"]?.ToString() != "null")];
        return branches.Length == 1 && !branches[0].ContainsKey("$ref") ? branches[0] : schema;
    }

    public static bool IsPlain(JsonObject value, params string[] types) =>
        value["type"] is JsonValue type && types.Contains(type.ToString()) && !s_more.Any(value.ContainsKey);

    public static bool Retype(JsonObject value)
    {
        if (!IsPlain(value, "string", "integer", "boolean") || value.ContainsKey("default") || value.Parent is JsonArray)
        {
            return false;
        }

        value["type"] = value["type"]!.ToString() == "string" ? "integer" : "string";
        return true;
    }

    public static bool Redefault(JsonObject value)
    {
        JsonNode? given = value["type"]?.ToString() switch
        {
            "string" => "mutated",
            "integer" => 4242,
            "boolean" => value["default"]?.ToString() != "true",
            _ => null,
        };
        if (given is null || !IsPlain(value, "string", "integer", "boolean") || value.Parent is JsonArray)
        {
            return false;
        }

        value["default"] = given;
        return true;
    }

    public static bool Narrow(JsonObject value)
    {
        if (IsPlain(value, "string") && (value["maxLength"] is null || int.TryParse(value["maxLength"]!.ToString(), out int old) && old > 3))
        {
            value["maxLength"] = value["maxLength"] is { } was ? int.Parse(was.ToString(), System.Globalization.CultureInfo.InvariantCulture) - 1 : 1000;
            return true;
        }

        if (IsPlain(value, "integer") && value["minimum"] is null && value["exclusiveMinimum"] is null)
        {
            value["minimum"] = -1000;
            return true;
        }

        return value["type"]?.ToString() == "array" && value["items"] is JsonObject items && !items.ContainsKey("$ref") && Narrow(items);
    }

    public static bool Widen(JsonObject value) =>
        value["type"] is JsonValue && !value.ContainsKey("prefixItems") && value["minItems"]?.ToString() is var least && (least is null || least != value["maxItems"]?.ToString()) && new[] { "maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "multipleOf" }
            .Any(keyword => value.ContainsKey(keyword) && !value.ContainsKey("exclusive" + char.ToUpperInvariant(keyword[0]) + keyword[1..]) && value.Remove(keyword));
}
