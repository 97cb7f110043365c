namespace DatabricksApps.Auth;

/// <summary>
/// Finds the programs that are started: by their full path, along the absolute folders of <c>PATH</c>. .NET itself would
/// look into the working directory first, where anybody may have put a file of that name.
/// </summary>
internal static class ProgramPath
{
    /// <summary>Gets the folders of a value of <c>PATH</c> in which programs are looked for.</summary>
    public static IEnumerable<string> Folders(string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified);

    /// <summary>Gets the files of a name that can be run, in the order of <c>PATH</c>.</summary>
    public static IEnumerable<FileInfo> Find(string name, string? path) =>
        Folders(path).Select(folder => new FileInfo(Path.Combine(folder, name))).Where(IsExecutable);

    private static bool IsExecutable(FileInfo file)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return file.Exists
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file.FullName) & execute) != 0);
    }
}
