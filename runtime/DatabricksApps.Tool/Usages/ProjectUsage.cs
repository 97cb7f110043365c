using System.Text.RegularExpressions;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Usages;

/// <summary>Finds what the last build of a project wrote about a document.</summary>
internal static partial class ProjectUsage
{
    private const string Pattern = "*.usage.json";

    // obj, a configuration, a framework, a runtime.
    private static readonly EnumerationOptions s_below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    /// <summary>Reads it: of all frameworks together, since each may be other code, and of each what was built of the sources as they are.</summary>
    /// <returns>What its code uses, or why that is not known: the project was not built, or shows its client to other assemblies.</returns>
    public static async Task<(CodeUsage? Usage, string? Why)> FindAsync(ProjectItem item, CancellationToken cancellationToken)
    {
        List<(string Framework, DateTime Written, CodeUsage Usage)> builds = [];
        foreach (string file in Directory.Exists(item.ObjFolder) ? Directory.EnumerateFiles(item.ObjFolder, Pattern, s_below) : [])
        {
            if (FrameworkOf(file, item) is { } framework && await TryReadAsync(file, cancellationToken) is { } usage && usage.Document == item.Identity.Replace('\\', '/'))
            {
                builds.Add((framework, File.GetLastWriteTimeUtc(file), usage));
            }
        }

        if (builds.Count == 0)
        {
            return (null, $"the project was not built, {NotKnown}");
        }

        string? missing = item.Frameworks.FirstOrDefault(framework => !builds.Any(build => build.Framework == framework || build.Framework.Length == 0));
        if (missing is not null)
        {
            return (null, $"the project was not built for {missing}, {NotKnown}");
        }

        DateTime edited = item.Sources.Where(File.Exists).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        if (builds.GroupBy(build => build.Framework).Any(framework => framework.All(build => build.Written < edited)))
        {
            return (null, $"the project was edited since it was built, {NotKnown}");
        }

        CodeUsage joined = CodeUsage.Join([.. builds.Where(build => build.Written >= edited).OrderByDescending(build => build.Written).Select(build => build.Usage)]);
        return joined.IsOpen
            ? (null, $"{joined.Assembly} is a library: what the programs that reference it use is not known, so all counts")
            : (joined, null);
    }

    private const string NotKnown = "so what its code uses is not known and all counts: dotnet build";

    // By the folder below obj; empty: it has none of its own; null: one that the project does not have any more.
    private static string? FrameworkOf(string file, ProjectItem item)
    {
        string[] folders = Path.GetRelativePath(item.ObjFolder, file).Split(Path.DirectorySeparatorChar)[..^1];
        return item.Frameworks.FirstOrDefault(framework => folders.Contains(framework, StringComparer.OrdinalIgnoreCase))
            ?? (item.Frameworks.Count > 0 && folders.Any(folder => FrameworkName().IsMatch(folder)) ? null : "");
    }

    [GeneratedRegex(@"^net\d+\.\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FrameworkName();

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
