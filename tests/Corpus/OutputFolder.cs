using System.Globalization;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Corpus;

/// <summary>Writes what is generated into folders, so that <c>diff -r</c> shows what a change of the generator changes.</summary>
internal static class OutputFolder
{
    /// <summary>Writes the files of each document, and what is said about it.</summary>
    public static void Write(IIncrementalGenerator generator, IReadOnlyList<string> documents, string folder)
    {
        foreach (string path in documents)
        {
            string text = File.ReadAllText(path);
            GeneratedCode code = new Project(generator, LanguageVersion.Latest)
                .Generate([new Document(Path.GetFullPath(path), text), .. ReferencedFiles.Find(path, text)]);
            string name = $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}-{Path.GetFileName(path)}";
            string target = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            foreach (SyntaxTree tree in code.Trees)
            {
                File.WriteAllText(Path.Combine(target, Path.GetFileName(tree.FilePath)), tree.GetText().ToString());
            }

            File.WriteAllLines(Path.Combine(target, "diagnostics.txt"), code.Diagnostics.Select(diagnostic =>
                $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Severity} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        }
    }
}
