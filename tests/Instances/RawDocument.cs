using System.Text.Json.Nodes;
using DatabricksApps.Harness;

namespace DatabricksApps.Instances;

/// <summary>The text of an OpenAPI document as JSON nodes, read independently of the generator.</summary>
public sealed class RawDocument
{
    private RawDocument(string path, string text, JsonObject root)
    {
        Path = path;
        Text = text;
        Root = root;
    }

    /// <summary>Gets the document's path.</summary>
    public string Path { get; }

    /// <summary>Gets the document's file name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Gets the document as it stands in its file.</summary>
    public string Text { get; }

    /// <summary>Gets the document.</summary>
    public JsonObject Root { get; }

    /// <summary>Gets whether the document is Swagger 2.0.</summary>
    public bool IsSwagger => Root.ContainsKey("swagger");

    /// <summary>Gets the pointer of the named schemas, with its last slash.</summary>
    public string SchemasPointer => IsSwagger ? "/definitions/" : "/components/schemas/";

    /// <summary>Gets the named schemas.</summary>
    public JsonObject Schemas => (IsSwagger ? Root["definitions"] : (Root["components"] as JsonObject)?["schemas"]) as JsonObject ?? [];

    /// <summary>Gets the document for the generator.</summary>
    public Document ToDocument(params (string Name, string Value)[] metadata) => new(Path, Text, isMarked: true, metadata);

    /// <summary>Reads a document.</summary>
    /// <returns>The document; null if it is neither JSON nor YAML, or no object.</returns>
    public static RawDocument? Read(string path) => Read(path, File.ReadAllText(path));

    /// <inheritdoc cref="Read(string)"/>
    public static RawDocument? Read(string path, string text)
    {
        string content = text.TrimStart('\uFEFF');
        return (RawJson.Read(content) ?? RawYaml.Read(content)) is JsonObject root ? new RawDocument(path, text, root) : null;
    }

    /// <summary>Finds the node of a reference within the document, such as <c>#/components/schemas/Item</c>.</summary>
    /// <returns>The node; null if the reference leaves the document or points at nothing.</returns>
    public JsonNode? Resolve(string reference) => reference switch
    {
        "#" => Root,
        _ when reference.StartsWith("#/", StringComparison.Ordinal) => Find(Unescape(reference[1..])),
        _ when !reference.Contains('/') && Schemas.ContainsKey(reference) => Schemas[reference],
        _ => null,
    };

    /// <summary>Finds the node of a JSON pointer that is not percent-encoded.</summary>
    public JsonNode? Find(string pointer) => pointer[1..].Split('/').Aggregate((JsonNode?)Root, (node, key) => Step(node, key));

    /// <summary>Gets the name of the schema that a reference means; null if it means another place.</summary>
    public string? NameOf(string reference)
    {
        string prefix = "#" + SchemasPointer;
        return !reference.StartsWith(prefix, StringComparison.Ordinal)
            ? (Schemas.ContainsKey(reference) ? reference : null)
            : reference.IndexOf('/', prefix.Length) >= 0 ? null
            : Unescape(reference[prefix.Length..]).Replace("~1", "/").Replace("~0", "~");
    }

    private static JsonNode? Step(JsonNode? node, string key)
    {
        string name = key.Replace("~1", "/").Replace("~0", "~");
        return node switch
        {
            JsonObject members => members[name],
            JsonArray items when int.TryParse(name, out int index) && index >= 0 && index < items.Count => items[index],
            _ => null,
        };
    }

    private static string Unescape(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;
}
