using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>
/// What a program that is started may know of the environment: what it needs to find its files, the network, the screen
/// and the language. Any other variable may hold a secret, under whatever name, and stays here: so whole names are kept,
/// no beginnings of names.
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

        // The language and the time: a variable for each kind of text (locale(7)).
        "LANG", "LANGUAGE", "LC_ALL", "LC_ADDRESS", "LC_COLLATE", "LC_CTYPE", "LC_IDENTIFICATION", "LC_MEASUREMENT", "LC_MESSAGES", "LC_MONETARY",
        "LC_NAME", "LC_NUMERIC", "LC_PAPER", "LC_TELEPHONE", "LC_TIME", "TZ", "TERM",

        // Where programs have their settings, their data and their sockets, and xdg-open the list of browsers (XDG Base Directory Specification).
        "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",

        // The screen, and by what xdg-open and browsers tell which desktop they are on.
        "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "BROWSER", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP", "XDG_SESSION_DESKTOP", "XDG_SESSION_TYPE",
        "XDG_SESSION_CLASS", "XDG_SESSION_ID", "XDG_SEAT", "XDG_VTNR", "XDG_MENU_PREFIX", "KDE_FULL_SESSION", "KDE_SESSION_VERSION",
        "KDE_SESSION_UID", "GNOME_DESKTOP_SESSION_ID", "MATE_DESKTOP_SESSION_ID", "SESSIONNAME", "WSLENV", "WSL_DISTRO_NAME", "WSL_INTEROP",

        // Where the keyring of the session answers, in which the CLI keeps who is signed in.
        "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL", "GNOME_KEYRING_PID",
    };

    /// <summary>Takes everything out of an environment that is not known to be needed, and makes paths full.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach ((string name, string? value) in environment.ToArray())
        {
            if (!s_kept.Contains(name) || Redaction.Hide(value ?? "", null) != value)
            {
                environment.Remove(name);
            }
            else
            {
                environment[name] = PathVariables.Full(name, value);
            }
        }
    }
}
