using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>The words of the outline that are not OpenAPI's own.</summary>
/// <remarks>
/// The outline is what the library reads: a document of version 3.2.0 with the operations and what is around them,
/// every reference replaced by its target, every member of the kind it has to be. Extensions, which the library hands
/// on untouched, carry the places of the nodes; a schema is nothing but its place, because
/// <see cref="SchemaReader"/> reads it from there.
/// </remarks>
internal static class Outline
{
    /// <summary>The pointer of the node in the user's document.</summary>
    public const string Pointer = "x-pointer";

    /// <summary>The pointer of an example.</summary>
    public const string Example = "x-example";

    /// <summary>The pointers of the 2.0 parameters that together are the schema of a form.</summary>
    public const string Fields = "x-fields";

    /// <summary>A style that OpenAPI 3.2 has no word for.</summary>
    public const string Style = "x-style";

    /// <summary>An encoding's <c>explode</c>, for which the library has a default of its own.</summary>
    public const string Explode = "x-explode";

    /// <summary>The keys of an operation's callbacks among the incoming calls.</summary>
    public const string Callbacks = "x-callbacks";

    /// <summary>Makes a node of the outline.</summary>
    public static JsonObject Node(string pointer) => new() { [Pointer] = pointer };

    /// <summary>Copies a text if the document has one.</summary>
    public static void CopyText(JsonObject from, JsonObject to, string key)
    {
        if (from.GetText(key) is { } text)
        {
            to[key] = text;
        }
    }

    /// <summary>Copies a boolean if the document has one.</summary>
    public static void CopyFlag(JsonObject from, JsonObject to, string key) => CopyFlag(from, to, key, key);

    /// <summary>Copies a boolean under another key.</summary>
    public static void CopyFlag(JsonObject from, JsonObject to, string key, string newKey)
    {
        if (from.GetFlag(key) is { } flag)
        {
            to[newKey] = flag;
        }
    }

    public static JsonArray Array(IReadOnlyList<string> texts)
    {
        JsonArray array = new();
        foreach (string text in texts)
        {
            array.Add(JsonValue.Create(text));
        }

        return array;
    }
}
