using System.Reflection;
using DatabricksApps.Harness;

namespace DatabricksApps.Fuzz;

/// <summary>The documents that the repository ships, and those that may lie beside it.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    /// <summary>Gets the path of the document whose client the runtime is tested by.</summary>
    public static string Things { get; } = Path.Combine(s_root, "tests", "Fuzz", "Runtime", "things.openapi.json");

    /// <summary>Finds the documents of the repository itself, in the order of their paths.</summary>
    public static IReadOnlyList<string> FindOwn() =>
        [.. new[] { "samples", "tests" }.SelectMany(folder => DocumentFiles.Find(Path.Combine(s_root, folder))).Where(IsShipped)];

    /// <summary>Finds the documents that are mutated unless the command line names others.</summary>
    public static IReadOnlyList<string> FindAll()
    {
        string corpus = Path.Combine(s_root, "..", "shared", "corpus");
        return Directory.Exists(corpus) ? [.. FindOwn(), .. DocumentFiles.Find(corpus)] : FindOwn();
    }

    // What a build or npm leaves in a folder is no document of the repository.
    private static bool IsShipped(string path)
    {
        string[] parts = Path.GetRelativePath(s_root, path).Split(Path.DirectorySeparatorChar);
        return !parts.Any(part => part is "bin" or "obj" or "node_modules")
            && (path.Contains(".openapi.", StringComparison.Ordinal) || path.EndsWith(".gradio.json", StringComparison.Ordinal)
                || parts.Contains("Gradio"));
    }
}
