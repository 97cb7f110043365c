using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Gradio;

/// <summary>Takes out of JSON where files lie on the host of an app.</summary>
/// <remarks>
/// A default that is a file names a temporary folder of the process that was asked. In another process it leads nowhere, and
/// it is nobody's business: the client asks the running app for it.
/// </remarks>
internal static class HostFiles
{
    private static readonly string[] s_places = { "path", "url", "size" };

    /// <summary>Removes the places of all files in a value; their names stay.</summary>
    /// <returns>Whether there was a file.</returns>
    public static bool RemovePlaces(JsonNode? value)
    {
        bool found = false;
        Stack<JsonNode?> open = new();
        open.Push(value);
        while (open.Count > 0)
        {
            JsonNode? next = open.Pop();
            if (next is JsonObject file && IsFile(file))
            {
                found = true;
                foreach (string place in s_places)
                {
                    file.Remove(place);
                }
            }

            foreach (JsonNode? child in next switch
            {
                JsonObject parent => parent.Select(member => member.Value),
                JsonArray items => items,
                _ => Enumerable.Empty<JsonNode?>(),
            })
            {
                open.Push(child);
            }
        }

        return found;
    }

    private static bool IsFile(JsonObject value) =>
        (value["meta"] is JsonObject meta && meta["_type"] is JsonValue type && type.TryGetValue(out string? name) && name == "gradio.FileData")
        || (value.ContainsKey("path") && value.ContainsKey("orig_name"));
}
