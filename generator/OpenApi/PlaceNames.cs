using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Names a schema that is referred to but has no name: by the keys on its way.</summary>
internal static class PlaceNames
{
    private static readonly HashSet<string> s_structure = new()
    {
        "paths", "components", "schemas", "definitions", "$defs", "properties", "patternProperties", "items",
        "prefixItems", "additionalProperties", "allOf", "anyOf", "oneOf", "schema", "itemSchema", "content",
        "responses", "requestBody", "requestBodies", "parameters", "headers",
    };

    /// <summary>Gets the last two keys that say something, such as <c>Item_price</c>.</summary>
    public static string Of(string pointer)
    {
        IReadOnlyList<string> keys = JsonPointer.Split(pointer);
        string name = "";
        int count = 0;
        for (int i = keys.Count - 1; i >= 0 && count < 2; i--)
        {
            if (!s_structure.Contains(keys[i]) && !IsIndex(keys[i]))
            {
                name = count == 0 ? keys[i] : keys[i] + "_" + name;
                count++;
            }
        }

        return name;
    }

    private static bool IsIndex(string key) => key.Length < 3 && int.TryParse(key, out _);
}
