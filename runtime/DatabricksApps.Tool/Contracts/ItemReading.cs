using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;
using DatabricksApps.Tool.Projects;

namespace DatabricksApps.Tool.Contracts;

/// <summary>How the document of an item is read: as the build does, with its metadata and the files of its project.</summary>
internal static class ItemReading
{
    /// <summary>Gets the metadata as the targets hand it on to the compiler.</summary>
    public static DocumentOptions OptionsOf(ProjectItem item) => DocumentOptions.Default with
    {
        ClientName = item.ClientName.Length > 0 ? item.ClientName : null,
        IncludeOperations = item.IncludeOperations.ToEquatableArray(),
        IncludeTags = item.IncludeTags.ToEquatableArray(),
        IncludePaths = item.IncludePaths.ToEquatableArray(),
        ExcludePaths = item.ExcludePaths.ToEquatableArray(),
        BasePath = item.BasePath.Length > 0 ? item.BasePath : null,
        MediaTypes = item.MediaTypes.ToEquatableArray(),
        Paging = item.Paging.ToEquatableArray(),
    };

    /// <summary>Gets what gives the texts of other files: those of the project, as the compiler has them.</summary>
    public static Func<string, string?> FilesOf(ProjectItem item)
    {
        if (item.Files is { } files)
        {
            HashSet<string> known = [.. files.Select(FilePaths.Normalize)];
            return path => known.Contains(path) ? TextOf(path) : null;
        }

        // What lies elsewhere is no part of a document that came from an app.
        string folder = FilePaths.Normalize(Path.GetDirectoryName(item.FullPath)!) + "/";
        return path => path.StartsWith(folder, StringComparison.Ordinal) ? TextOf(path) : null;
    }

    /// <summary>Gets the text of any file, which a document refers to that the user names; null: there is none.</summary>
    public static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
