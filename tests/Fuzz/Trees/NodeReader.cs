using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Fuzz.Trees;

/// <summary>Reads documents as trees.</summary>
internal static class NodeReader
{
    /// <summary>Reads a document in JSON or YAML; null if it is neither, or no object.</summary>
    public static Node? Read(string path) => ReadText(File.ReadAllText(path));

    /// <inheritdoc cref="Read(string)"/>
    public static Node? ReadText(string text)
    {
        Node? node = JsonText.Read(text) ?? ReadYaml(text);
        return node?.Kind == NodeKind.Object ? node : null;
    }

    private static Node? ReadYaml(string text)
    {
        try
        {
            return RawDocument.Read("", text) is { } document ? Of(document.Root) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // The reader does not bear an escape that is half a character.
            return null;
        }
    }

    /// <summary>Makes a tree of JSON's own nodes.</summary>
    public static Node Of(JsonNode? node) => node switch
    {
        null => Node.Literal("null"),
        JsonObject members => Node.Object(members.Select(member => (member.Key, Of(member.Value)))),
        JsonArray items => Node.Array(items.Select(Of)),
        _ when node.GetValueKind() == JsonValueKind.String => Node.Text(node.GetValue<string>()),
        _ => Node.Literal(node.ToJsonString()),
    };
}
