using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Prism;

/// <summary>The document as Prism gets it.</summary>
/// <remarks>
/// Prism serves no document with a reference that points at nothing, such as Pydantic's <c>#/$defs/Item</c> that was meant
/// within a schema; what is wrong with one operation must not hide all others. There such a reference is <c>{}</c>.
/// </remarks>
internal sealed class ServedDocument : IDisposable
{
    private readonly bool _isCopy;

    private ServedDocument(string path, bool isCopy)
    {
        Path = path;
        _isCopy = isCopy;
    }

    public string Path { get; }

    /// <param name="document">The document.</param>
    /// <param name="isShallow">Whether its schemas are cut.</param>
    public static ServedDocument Of(RawDocument document, bool isShallow = false)
    {
        JsonObject copy = (JsonObject)document.Root.DeepClone();
        if (!Open(copy, document) && !isShallow)
        {
            return new ServedDocument(System.IO.Path.GetFullPath(document.Path), isCopy: false);
        }

        if (isShallow)
        {
            ShallowSchemas.Make(copy, document);
        }

        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"prism-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, copy.ToJsonString(new System.Text.Json.JsonSerializerOptions { MaxDepth = 1000 }));
        return new ServedDocument(path, isCopy: true);
    }

    public void Dispose()
    {
        if (_isCopy)
        {
            File.Delete(Path);
        }
    }

    // Opens references that point at nothing, and tells whether there was one.
    private static bool Open(JsonNode? node, RawDocument document)
    {
        switch (node)
        {
            case JsonObject schema when schema["$ref"] is JsonValue reference && IsDangling(reference.ToString(), document):
                schema.Clear();
                return true;
            case JsonObject members:
                return members.Count(member => Open(member.Value, document)) > 0;
            case JsonArray items:
                return items.Count(item => Open(item, document)) > 0;
            default:
                return false;
        }
    }

    private static bool IsDangling(string reference, RawDocument document) => reference.StartsWith('#') && document.Resolve(reference) is null;
}
