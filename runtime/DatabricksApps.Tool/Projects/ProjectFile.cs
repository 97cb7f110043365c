using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Projects;

/// <summary>Which project is meant.</summary>
internal static class ProjectFile
{
    /// <summary>Finds it.</summary>
    /// <param name="context">Where the command runs.</param>
    /// <param name="named">What the user named; null: the project of this folder is meant.</param>
    /// <returns>The path of the project file; null: there is none here, and none was named.</returns>
    /// <exception cref="ToolException">It is not there, or one of several.</exception>
    public static string? Find(ToolContext context, string? named)
    {
        string path = context.FullPath(named ?? ".");
        if (File.Exists(path))
        {
            return path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) ? path : throw new ToolException(
                $"{named} is no C# project", null, "name a .csproj file, or its folder.");
        }

        string[] projects = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.csproj").Order(StringComparer.Ordinal)] : [];
        string[] names = [.. projects.Select(project => Path.GetFileName(project))];
        return projects switch
        {
            [var one] => one,
            [] when named is null => null,
            [] => throw new ToolException($"{named} {(Directory.Exists(path) ? "has no C# project" : "does not exist")}", null, "name a .csproj file, or its folder."),
            _ when context.Questions is { } questions => Path.Combine(path, questions.Choose("Which project?", names)),
            _ => throw new ToolException($"Several projects are here: {string.Join(", ", names)}", null, $"say which: --project {context.Show(projects[0])}"),
        };
    }
}
