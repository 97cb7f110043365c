using System.Text.RegularExpressions;

namespace DatabricksApps.Harness;

/// <summary>The other files that a document refers to, as far as they lie beside it.</summary>
public static partial class ReferencedFiles
{
    /// <summary>Finds them, those of the files themselves too.</summary>
    /// <param name="document">The document's path.</param>
    /// <param name="text">The document's text.</param>
    public static IReadOnlyList<Document> Find(string document, string text)
    {
        Dictionary<string, Document> found = [];
        Queue<(string Path, string Text)> open = new([(document, text)]);
        string start = Path.GetFullPath(document);
        while (open.TryDequeue(out (string Path, string Text) current))
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(current.Path))!;
            foreach (Match match in Reference().Matches(current.Text))
            {
                string path = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(match.Groups[1].Value)));
                if (path != start && !found.ContainsKey(path) && File.Exists(path))
                {
                    string content = File.ReadAllText(path);
                    found.Add(path, new Document(path, content, isMarked: false));
                    open.Enqueue((path, content));
                }
            }
        }

        return [.. found.Values];
    }

    [GeneratedRegex(@"\$ref[""']?\s*:\s*[""']?([^""'\s#:]+\.(?:json|ya?ml))", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
