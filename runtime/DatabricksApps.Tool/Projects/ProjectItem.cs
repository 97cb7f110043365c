namespace DatabricksApps.Tool.Projects;

/// <summary>An item <c>DatabricksApp</c> of a project, as MSBuild sees it.</summary>
internal sealed record ProjectItem
{
    /// <summary>Gets the path as the project says it.</summary>
    public required string Identity { get; init; }

    /// <summary>Makes the item of a document that no project has: nothing is said of it.</summary>
    public static ProjectItem OfFile(string path) => new()
    {
        Identity = path,
        FullPath = path,
        DefinedIn = "",
        Url = "",
        App = "",
        BasePath = "",
        Scopes = [],
        IncludeOperations = [],
        IncludeTags = [],
        IncludePaths = [],
        ExcludePaths = [],
        MediaTypes = [],
        Paging = [],
    };

    public required string FullPath { get; init; }

    /// <summary>Gets the folder of what builds of the project make on the way; empty: there is no project.</summary>
    public string ObjFolder { get; init; } = "";

    /// <summary>Gets the target frameworks of the project: each is a build of its own.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Gets the C# files of the project.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets the files that the project hands to the compiler beside C#, to which its documents can refer; null: there is no project.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    public string ClientName { get; init; } = "";

    /// <summary>Gets the file in which the item stands.</summary>
    public required string DefinedIn { get; init; }

    public required string Url { get; init; }

    public required string App { get; init; }

    public required string BasePath { get; init; }

    public required string[] Scopes { get; init; }

    public required string[] IncludeOperations { get; init; }

    public required string[] IncludeTags { get; init; }

    public required string[] IncludePaths { get; init; }

    public required string[] ExcludePaths { get; init; }

    public required string[] MediaTypes { get; init; }

    public required string[] Paging { get; init; }
}

/// <summary>What MSBuild says of a project.</summary>
/// <param name="Items">Its documents.</param>
/// <param name="HasGenerator">Whether the generator's package is there, which picks documents up by their names.</param>
/// <param name="References">Whether the project references the package, though it may not be restored.</param>
internal sealed record ProjectItems(IReadOnlyList<ProjectItem> Items, bool HasGenerator, bool References)
{
    public ProjectItem? Find(string fullPath) => Items.FirstOrDefault(item => string.Equals(item.FullPath, fullPath, PathRules.Comparison));
}

/// <summary>How paths are compared on this machine.</summary>
internal static class PathRules
{
    public static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
