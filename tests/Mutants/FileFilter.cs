using System.IO.Enumeration;

namespace DatabricksApps.Mutants;

/// <summary>Which files are mutated: those of rooms, of names, or of patterns.</summary>
internal sealed class FileFilter(IReadOnlyList<string> names)
{
    public static FileFilter All { get; } = new(["*"]);

    /// <summary>Whether a file, by its path below the repository, is among them.</summary>
    public bool Includes(string file) => names.Any(name => Matches(file, name));

    private static bool Matches(string file, string name)
    {
        if (name.Contains('*') || name.Contains('/'))
        {
            return FileSystemName.MatchesSimpleExpression(name, file, ignoreCase: false) || file.StartsWith(name.TrimEnd('/') + "/", StringComparison.Ordinal);
        }

        string[] parts = file.Split('/');
        return parts.Contains(name) || Path.GetFileNameWithoutExtension(parts[^1]) == name;
    }
}
