using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>
/// What a program that is started may know of the environment: what it needs to find its files, the network, the screen
/// and the language. Any other variable may hold a secret, under whatever name, and stays here.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly HashSet<string> s_kept = new(StringComparer.OrdinalIgnoreCase)
    {
        // Where the user's files and programs are.
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TMP", "TEMP", "USERPROFILE", "USERNAME", "USERDOMAIN", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "ALLUSERSPROFILE", "PUBLIC", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432",
        "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)", "COMMONPROGRAMW6432", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS",
        "COMPUTERNAME", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "__CF_USER_TEXT_ENCODING",

        // How the network is reached: the proxies, which are addresses and may have to be signed in to, and who is trusted.
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",

        // The language, the time, the screen and the session of the user, by which a browser is opened and a keyring is asked.
        "LANG", "LANGUAGE", "TZ", "TERM", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "BROWSER", "DESKTOP_SESSION", "DBUS_SESSION_BUS_ADDRESS",
        "SESSIONNAME", "WSLENV", "WSL_DISTRO_NAME", "WSL_INTEROP",
    };

    private static readonly string[] s_keptPrefixes = ["LC_", "XDG_", "KDE_", "GNOME_", "MATE_"];

    private static readonly string[] s_paths = ["HOME"];

    /// <summary>Takes everything out of an environment that is not known to be needed, and relative paths.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach ((string name, string? value) in environment.ToArray())
        {
            if (!IsKept(name) || Redaction.Hide(value ?? "", null) != value)
            {
                environment.Remove(name);
            }
            else if (name.Equals("PATH", StringComparison.OrdinalIgnoreCase))
            {
                environment[name] = string.Join(Path.PathSeparator, ProgramPath.Folders(value));
            }
            else if (s_paths.Contains(name) && value is { Length: > 0 } && !value.StartsWith('~'))
            {
                // It means the same from another working directory.
                environment[name] = Path.GetFullPath(value);
            }
        }
    }

    private static bool IsKept(string name) =>
        s_kept.Contains(name) || Array.Exists(s_keptPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
