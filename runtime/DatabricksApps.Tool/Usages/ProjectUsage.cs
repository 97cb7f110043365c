using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Usages;

/// <summary>Finds what the last build of a project wrote about a document.</summary>
internal static class ProjectUsage
{
    private const string Pattern = "*.usage.json";

    // obj, a configuration, a framework, a runtime.
    private static readonly EnumerationOptions s_below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    /// <summary>Reads it.</summary>
    /// <returns>What its code uses, or why that is not known: the project was not built, or shows its client to other assemblies.</returns>
    public static async Task<(CodeUsage? Usage, string? Why)> FindAsync(ProjectItem item, CancellationToken cancellationToken)
    {
        IEnumerable<string> files = Directory.Exists(item.ObjFolder)
            ? Directory.EnumerateFiles(item.ObjFolder, Pattern, s_below).OrderByDescending(File.GetLastWriteTimeUtc)
            : [];
        foreach (string file in files)
        {
            CodeUsage? usage = await TryReadAsync(file, cancellationToken);
            if (usage?.Document != item.Identity.Replace('\\', '/'))
            {
                continue;
            }

            return usage.IsOpen
                ? (null, $"{usage.Assembly} is a library: what the programs that reference it use is not known, so all counts")
                : (usage, null);
        }

        return (null, "the project was not built, so what its code uses is not known and all counts: dotnet build");
    }

    // Another program may have a file of such a name.
    private static async Task<CodeUsage?> TryReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await CodeUsage.ReadAsync(file, file, cancellationToken);
        }
        catch (Exception exception) when (exception is ToolException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
