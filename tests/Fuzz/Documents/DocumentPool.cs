using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Documents;

/// <summary>The documents that cases are made of, each read when it is first needed.</summary>
internal sealed class DocumentPool
{
    private readonly Dictionary<string, Node?> _read = [];
    private readonly IReadOnlyList<string> _documents;
    private readonly IReadOnlyList<string> _snapshots;

    /// <summary>Initializes a pool of files; the snapshots of Gradio apps are those whose names say so.</summary>
    public DocumentPool(IReadOnlyList<string> paths)
    {
        _snapshots = [.. paths.Where(IsSnapshot)];
        _documents = [.. paths.Where(path => !IsSnapshot(path))];
    }

    /// <summary>Gets whether there are OpenAPI documents.</summary>
    public bool HasDocuments => _documents.Count > 0;

    /// <summary>Gets whether there are snapshots of Gradio apps.</summary>
    public bool HasSnapshots => _snapshots.Count > 0;

    /// <summary>Picks an OpenAPI document, which is not to be changed; an empty one if the file holds none.</summary>
    public Node PickDocument(Chance chance) => Read(chance.Pick(_documents));

    /// <summary>Picks a snapshot of a Gradio app, which is not to be changed.</summary>
    public Node PickSnapshot(Chance chance) => Read(chance.Pick(_snapshots));

    private static bool IsSnapshot(string path) => path.EndsWith(".gradio.json", StringComparison.OrdinalIgnoreCase);

    private Node Read(string path)
    {
        // Documents are read by whichever lane comes first.
        lock (_read)
        {
            if (!_read.TryGetValue(path, out Node? document))
            {
                document = NodeReader.Read(path);
                _read.Add(path, document);
            }

            return document ?? Node.Object();
        }
    }
}
