using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Gradio;

/// <summary>Puts right in a schema what Gradio's dialect says otherwise than JSON Schema.</summary>
internal static class SchemaRepair
{
    /// <summary>The keyword that marks a file for whoever binds it.</summary>
    private const string Binary = "binary";

    public static void Apply(JsonObject schema)
    {
        foreach (JsonObject item in Objects(schema).ToList())
        {
            // "type": {} is Gradio's word for anything.
            if (item.Get("type") is JsonObject)
            {
                item.Remove("type");
            }

            if (InputKind.IsFile(item))
            {
                MakeFile(item);
            }
        }
    }

    /// <summary>Gets every object of a schema, the schema itself first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node)
    {
        Stack<JsonNode?> open = new();
        open.Push(node);
        while (open.Count > 0)
        {
            JsonNode? next = open.Pop();
            if (next is JsonObject members)
            {
                yield return members;
            }

            IEnumerable<JsonNode?> children = next switch
            {
                JsonObject parent => parent.Select(member => member.Value),
                JsonArray items => items,
                _ => Enumerable.Empty<JsonNode?>(),
            };
            foreach (JsonNode? child in children.Reverse())
            {
                open.Push(child);
            }
        }
    }

    private static void MakeFile(JsonObject schema)
    {
        string? title = schema.GetText("title");
        schema.Clear();
        schema["type"] = "string";
        schema["format"] = Binary;
        schema["title"] = title ?? "FileData";
    }
}
