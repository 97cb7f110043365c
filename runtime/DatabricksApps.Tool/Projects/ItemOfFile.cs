using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Projects;

/// <summary>Finds the item of a file that a user names: the project is that of its folder, or of one above.</summary>
internal static class ItemOfFile
{
    /// <param name="context">Where the command runs.</param>
    /// <param name="output">Where it is told that a project cannot be read.</param>
    /// <param name="named">The project that the user named; null: it is looked for.</param>
    /// <param name="files">The files; the first that is a document of a project counts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The item; null: no project has one of them.</returns>
    public static async Task<ProjectItem?> FindAsync(
        ToolContext context, Output output, string? named, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        Dictionary<string, ProjectItems> read = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            IEnumerable<string> projects = named is not null ? [ProjectFile.Find(context, named)!] : ProjectsAbove(file);
            foreach (string project in projects)
            {
                if (!read.TryGetValue(project, out ProjectItems? items))
                {
                    try
                    {
                        items = await output.WhileAsync($"Reading {Path.GetFileName(project)}", () => MsBuild.ReadAsync(project, cancellationToken));
                    }
                    catch (ToolException exception) when (named is null)
                    {
                        // The documents are there all the same.
                        output.Warn(Failure.Of(exception));
                        items = new ProjectItems([], HasGenerator: false, References: false);
                    }

                    read.Add(project, items);
                }

                if (items.Find(file) is { } item)
                {
                    return item;
                }
            }
        }

        return null;
    }

    // Those of the nearest folder that has any.
    private static string[] ProjectsAbove(string file)
    {
        for (string? folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string[] projects = [.. Directory.GetFiles(folder, "*.csproj").Order(StringComparer.Ordinal)];
            if (projects.Length > 0)
            {
                return projects;
            }
        }

        return [];
    }
}
