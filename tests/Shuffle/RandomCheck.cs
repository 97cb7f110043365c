using System.Text.Json.Nodes;
using DatabricksApps.Gen;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Shuffle;

/// <summary>Generates and compiles random documents, and shuffles them.</summary>
internal static class RandomCheck
{
    /// <summary>Compiling is what takes time, and most of it is the same for one document and for many.</summary>
    private const int Together = 50;

    /// <summary>Finds what is wrong with the documents of seeds.</summary>
    /// <returns>The failures by seed.</returns>
    public static IReadOnlyDictionary<int, string> Compile(IReadOnlyList<int> seeds, CancellationToken cancellationToken = default)
    {
        Dictionary<int, string> failures = [];
        foreach (int[] some in seeds.Chunk(Together))
        {
            GeneratedCode code = new Project(new DatabricksAppGenerator()).Generate(
                some.Select(seed => new Document(NameOf(seed), DocumentFile.TextOf(RandomDocument.Create(seed)))), cancellationToken);
            foreach (Diagnostic diagnostic in code.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                string path = diagnostic.Location.GetLineSpan().Path;
                failures.TryAdd(SeedOf(path.Length > 0 ? path : diagnostic.ToString()), diagnostic.ToString());
            }

            foreach (int seed in some.Except(code.Trees.Select(tree => SeedOf(tree.FilePath))))
            {
                failures.TryAdd(seed, "no client");
            }

            foreach (Diagnostic diagnostic in code.GetCompilerDiagnostics(cancellationToken))
            {
                failures.TryAdd(SeedOf(diagnostic.Location.SourceTree?.FilePath ?? ""), diagnostic.ToString());
            }
        }

        return failures;
    }

    /// <summary>Finds what a shuffled document gives else.</summary>
    public static IReadOnlyList<Difference> Shuffle(int seed, int orders)
    {
        JsonObject root = RandomDocument.Create(seed);
        return ShuffleCheck.Run(new DocumentFile(NameOf(seed), root), orders);
    }

    private static string NameOf(int seed) => $"seed{seed}x.openapi.json";

    /// <summary>Every generated file has the client's name, and so the seed, in its own.</summary>
    private static int SeedOf(string path)
    {
        int start = path.IndexOf("seed", StringComparison.OrdinalIgnoreCase);
        string digits = start < 0 ? "" : new string([.. path[(start + 4)..].TakeWhile(char.IsAsciiDigit)]);
        return digits.Length == 0 ? -1 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
