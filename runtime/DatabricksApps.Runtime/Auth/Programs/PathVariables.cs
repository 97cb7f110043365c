namespace DatabricksApps.Auth;

/// <summary>
/// The variables of the environment that are paths. A program that is started works in another folder, where a relative
/// path would be other files, and maybe another identity.
/// </summary>
internal static class PathVariables
{
    private static readonly HashSet<string> s_paths = new(StringComparer.OrdinalIgnoreCase)
    {
        "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
        "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XAUTHORITY", "SSL_CERT_FILE",
    };

    // A relative folder of these counts for nothing: it would be one of the working directory, where anybody may put files.
    private static readonly HashSet<string> s_lists = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS", "SSL_CERT_DIR",
    };

    /// <summary>Gets the value of a variable as it is meant in the present working directory.</summary>
    public static string? Full(string name, string? value) =>
        string.IsNullOrEmpty(value) ? value
        : s_lists.Contains(name) ? string.Join(Path.PathSeparator, ProgramPath.Folders(value))
        : s_paths.Contains(name) ? Path.GetFullPath(value)
        : value;
}
