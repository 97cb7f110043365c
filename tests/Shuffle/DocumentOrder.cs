using System.Text.Json.Nodes;

namespace DatabricksApps.Shuffle;

/// <summary>
/// Writes the objects of a document in another order, which says the same: JSON's objects have none. Arrays keep theirs.
/// </summary>
internal sealed class DocumentOrder
{
    /// <summary>The keywords whose objects have names for keys, under which objects with keywords stand.</summary>
    private static readonly HashSet<string> s_named =
    [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "content",
        "headers", "callbacks", "paths", "pathItems", "webhooks", "parameters", "requestBodies", "links",
        "securitySchemes", "securityDefinitions", "mediaTypes", "encoding", "variables", "mapping", "scopes", "x-webhooks",
    ];

    /// <summary>The keywords whose values are the app's own, whose text goes into the C# as it stands.</summary>
    private static readonly HashSet<string> s_values = ["default", "example", "examples", "const", "enum"];

    private readonly Random _random;

    private DocumentOrder(int seed) => _random = new Random(seed);

    /// <summary>Shuffles a document.</summary>
    /// <param name="document">The document, which stays as it is.</param>
    /// <param name="seed">The same seed gives the same order.</param>
    public static JsonNode Shuffle(JsonNode document, int seed) => new DocumentOrder(seed).Node(document, isNamed: false)!;

    private JsonNode? Node(JsonNode? node, bool isNamed) => node switch
    {
        JsonObject value => Object(value, isNamed),
        JsonArray array => new JsonArray([.. array.Select(item => Node(item, isNamed: false))]),
        _ => node?.DeepClone(),
    };

    private JsonObject Object(JsonObject value, bool isNamed)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. value];
        _random.Shuffle(members);
        JsonObject result = [];
        foreach ((string key, JsonNode? member) in members)
        {
            bool isValue = !isNamed && (s_values.Contains(key) || (key.StartsWith("x-", StringComparison.Ordinal) && key != "x-webhooks"));
            result.Add(key, isValue ? member?.DeepClone() : Node(member, !isNamed && s_named.Contains(key)));
        }

        return result;
    }
}
