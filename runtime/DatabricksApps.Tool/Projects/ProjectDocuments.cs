using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Projects;

/// <summary>Finds the documents of a project.</summary>
internal static class ProjectDocuments
{
    /// <summary>Finds those whose file is there.</summary>
    /// <exception cref="ToolException">There is no project, or it has none.</exception>
    public static async Task<IReadOnlyList<ProjectItem>> ReadAsync(ToolContext context, Output output, string? named, CancellationToken cancellationToken)
    {
        (string project, ProjectItems items) = await EvaluateAsync(context, output, named, cancellationToken);
        ProjectItem[] found = [.. items.Items.Where(item => File.Exists(item.FullPath)).DistinctBy(item => item.FullPath)];
        return found.Length > 0 ? found : throw None(project, items, "has no document of an app");
    }

    /// <summary>Finds those that say where they come from.</summary>
    /// <exception cref="ToolException">There is no project, or it has none.</exception>
    public static async Task<IReadOnlyList<ProjectItem>> ReadSourcedAsync(ToolContext context, Output output, string? named, CancellationToken cancellationToken)
    {
        (string project, ProjectItems items) = await EvaluateAsync(context, output, named, cancellationToken);
        ProjectItem[] found = [.. items.Items.Where(item => item.Url.Length > 0 || item.App.Length > 0).DistinctBy(item => item.FullPath)];
        return found.Length > 0 ? found : throw new ToolException(
            $"No document of {Path.GetFileName(project)} says where it comes from",
            IsKnown(items) ? "no DatabricksApp item has a Url or an App." : NotRestored,
            IsKnown(items) ? "databricks-apps add https://… fetches a document, and says it." : "dotnet restore");
    }

    private const string NotRestored = "the project is not restored, so that its documents are not known.";

    private static async Task<(string Project, ProjectItems Items)> EvaluateAsync(
        ToolContext context, Output output, string? named, CancellationToken cancellationToken)
    {
        string project = ProjectFile.Find(context, named)
            ?? throw new ToolException("No C# project is here", null, "go to its folder, or name it: --project PATH");
        return (project, await output.WhileAsync($"Reading {Path.GetFileName(project)}", () => MsBuild.ReadAsync(project, cancellationToken)));
    }

    private static ToolException None(string project, ProjectItems items, string what) => new(
        $"{Path.GetFileName(project)} {what}",
        IsKnown(items) ? null : NotRestored,
        IsKnown(items) ? "databricks-apps add https://… fetches one." : "dotnet restore");

    private static bool IsKnown(ProjectItems items) => items.HasGenerator || !items.References;
}
