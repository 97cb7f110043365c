using System.Text.RegularExpressions;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Corpus;

/// <summary>Lists which operations of documents have a method for all their pages, and what it goes by.</summary>
internal static partial class PagingList
{
    private const string Unclear = "DBXAPP0110";

    /// <summary>Writes a line for each: document, operation, style, and of what leaves doubt the diagnostic.</summary>
    public static void Write(IIncrementalGenerator generator, IReadOnlyList<string> documents)
    {
        foreach (string path in documents)
        {
            string text = File.ReadAllText(path);
            GeneratedCode code = new Project(generator, LanguageVersion.Latest).Generate([new Document(Path.GetFullPath(path), text), .. ReferencedFiles.Find(path, text)]);
            foreach (string line in code.Trees.SelectMany(tree => Method().Matches(tree.GetText().ToString()).Select(match => $"{match.Groups[2].Value}\t{match.Groups[1].Value}"))
                .Order(StringComparer.Ordinal))
            {
                Console.WriteLine($"{path}\t{System.Net.WebUtility.HtmlDecode(line)}");
            }

            foreach (Diagnostic diagnostic in code.Diagnostics.Where(diagnostic => diagnostic.Id == Unclear))
            {
                Console.WriteLine($"{path}\t{Unclear}\t{diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            }
        }
    }

    [GeneratedRegex(@"Reads all pages \((.+?)\): .*?<c>([A-Z]+ .*?)</c>", RegexOptions.Singleline)]
    private static partial Regex Method();
}
