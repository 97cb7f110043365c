namespace DatabricksApps.Harness;

/// <summary>Finds the documents that the command line names.</summary>
public static class DocumentFiles
{
    /// <summary>Finds the documents below a folder, or those that a text file lists, one path a line.</summary>
    public static IEnumerable<string> Find(string argument)
    {
        if (Directory.Exists(argument))
        {
            return Directory.EnumerateFiles(argument, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal);
        }

        return IsDocument(argument)
            ? [argument]
            : File.ReadLines(argument).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => Resolve(line, argument));
    }

    private static bool IsDocument(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yaml" or ".yml";

    /// <summary>Takes a path as it stands, or from the list's own folder.</summary>
    private static string Resolve(string path, string list) =>
        File.Exists(path) ? path : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(list))!, path);
}
