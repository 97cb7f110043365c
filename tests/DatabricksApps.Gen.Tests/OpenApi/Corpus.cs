namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>The real documents beside the repository, where there are any.</summary>
internal static class Corpus
{
    /// <summary>Finds the folder <c>shared/corpus</c> of the nearest folder above that has one.</summary>
    public static string? Directory { get; } = FindDirectory();

    public static IReadOnlyList<string> Files { get; } = Directory is null
        ? []
        : [.. System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)];

    private static string? FindDirectory()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "corpus");
            if (System.IO.Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
