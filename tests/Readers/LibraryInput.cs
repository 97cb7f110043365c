using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;

namespace DatabricksApps.Readers;

/// <summary>Makes what the library is handed of a document's text: its nodes, with all schemas empty.</summary>
/// <remarks>
/// The schemas are not compared, and the library throws at some: a number for <c>exclusiveMinimum</c> under 3.0, an
/// empty mapping of a discriminator, a schema that is null.
/// </remarks>
internal static class LibraryInput
{
    /// <summary>What no document comes near.</summary>
    private const int Deepest = 10_000;

    public static JsonNode Read(string text)
    {
        string body = text.TrimStart('\uFEFF');
        JsonNode root = body.AsSpan().TrimStart() is ['{' or '[', ..] ? ReadJson(body) : ReadYaml(body);
        Empty(root["components"]?["schemas"]);
        Empty(root["definitions"]);
        EmptySchemas(root);
        return root;
    }

    private static JsonNode ReadJson(string body) => JsonNode.Parse(
        body,
        documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;

    private static JsonNode ReadYaml(string body)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(body));
        return stream.Documents[0].ToJsonNode();
    }

    private static void Empty(JsonNode? schemas)
    {
        if (schemas is JsonObject members)
        {
            foreach (string name in members.Select(member => member.Key).ToList())
            {
                members[name] = new JsonObject();
            }
        }
    }

    private static void EmptySchemas(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                EmptySchemas(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members.ToList())
            {
                if (name is "schema" or "itemSchema" && member is not null)
                {
                    members[name] = new JsonObject();
                }
                else
                {
                    EmptySchemas(member);
                }
            }
        }
    }
}
