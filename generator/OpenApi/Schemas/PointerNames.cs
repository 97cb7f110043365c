using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Names a schema that is referred to but has no name: by the keys on its way.</summary>
internal static class PointerNames
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
        int hash = pointer.StartsWith("/", StringComparison.Ordinal) ? -1 : pointer.IndexOf('#');
        IReadOnlyList<string> keys = JsonPointer.Split(pointer.Substring(hash + 1));
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

        return count > 0 || hash < 0 ? name : Stem(pointer.Substring(0, hash));
    }

    /// <summary>Tells whether an author has given the name at the end of a pointer to the schema there, or the schema is a file.</summary>
    public static bool IsName(string pointer)
    {
        int hash = pointer.StartsWith("/", StringComparison.Ordinal) ? -1 : pointer.IndexOf('#');
        IReadOnlyList<string> keys = JsonPointer.Split(pointer.Substring(hash + 1));
        return keys.Count < 2 || keys[keys.Count - 2] is "schemas" or "definitions" or "$defs";
    }

    /// <summary>Gets the name of a file without folders and extensions, for a file that is one schema.</summary>
    private static string Stem(string file) => file.Substring(file.LastIndexOf('/') + 1).TrimStart('.').Split('.')[0];

    // A status code, which has three digits, says what an answer is; an index in a list says nothing.
    private static bool IsIndex(string key) => key.Length < 3 && int.TryParse(key, out _);
}
