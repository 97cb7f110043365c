using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Text;

/// <summary>Reads members of a document that may hold anything: what has another kind counts as absent.</summary>
internal static class JsonNodeExtensions
{
    public static JsonNode? Get(this JsonObject node, string key) =>
        node.TryGetPropertyValue(key, out JsonNode? value) ? value : null;

    public static JsonObject? GetObject(this JsonObject node, string key) => node.Get(key) as JsonObject;

    public static JsonArray? GetArray(this JsonObject node, string key) => node.Get(key) as JsonArray;

    public static string? GetText(this JsonObject node, string key) => node.Get(key).AsText();

    public static bool? GetFlag(this JsonObject node, string key) => node.Get(key).AsFlag();

    /// <summary>Gets the texts of an array, or the one text that stands in place of the array.</summary>
    public static IReadOnlyList<string> GetTexts(this JsonObject node, string key) => node.Get(key).AsTexts();

    /// <summary>Gets a string, or a number or boolean as it is spelled (YAML authors write <c>version: 1.0</c>).</summary>
    public static string? AsText(this JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        return value.TryGetValue(out string? text) ? text : value.ToJsonString();
    }

    /// <summary>Gets a boolean, or one that is spelled as a string (<c>"true"</c>).</summary>
    public static bool? AsFlag(this JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        if (value.TryGetValue(out bool flag))
        {
            return flag;
        }

        return value.TryGetValue(out string? text) && bool.TryParse(text, out flag) ? flag : null;
    }

    public static IReadOnlyList<string> AsTexts(this JsonNode? node)
    {
        if (node is JsonArray array)
        {
            List<string> texts = new(array.Count);
            foreach (JsonNode? item in array)
            {
                if (item.AsText() is { } text)
                {
                    texts.Add(text);
                }
            }

            return texts;
        }

        return node.AsText() is { } single ? new[] { single } : Array.Empty<string>();
    }

    /// <summary>Names the kind of a value for a message.</summary>
    public static string KindName(this JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "an object",
        JsonArray => "an array",
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            _ => "a boolean",
        },
        _ => "a value",
    };
}
