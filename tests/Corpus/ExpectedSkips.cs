namespace DatabricksApps.Corpus;

/// <summary>
/// The parts of documents that are known to have no client: <c>folder/file.json DBXAPP0101 /paths/~1items/get</c> a
/// line, or the file and the id alone for a document that has none at all.
/// </summary>
internal sealed class ExpectedSkips
{
    private readonly ILookup<string, string> _byDocument;

    private ExpectedSkips(ILookup<string, string> byDocument) => _byDocument = byDocument;

    public static ExpectedSkips Read(string file) => new(File.ReadLines(file)
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2))
        .ToLookup(parts => parts[0], parts => parts[1].Trim()));

    /// <summary>Gets what is expected of a document, as <c>DBXAPP0101 /paths/~1items/get</c>.</summary>
    public IReadOnlyList<string> Of(string path) => [.. _byDocument[KeyOf(path)]];

    private static string KeyOf(string path) =>
        Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) + "/" + Path.GetFileName(path);
}
