namespace DatabricksApps.Auth;

/// <summary>
/// The variables by which the Databricks CLI finds who is signed in: as they were when the client was made, as everything
/// that decides who it is. A process changes its environment, and the token would be another person's.
/// </summary>
internal static class CliEnvironment
{
    // Which of its stores the CLI looks into.
    private const string Storage = "DATABRICKS_AUTH_STORAGE";

    private static readonly AuthAttribute[] s_places =
    [
        AuthAttribute.AccountId, AuthAttribute.WorkspaceId, AuthAttribute.DiscoveryUrl, AuthAttribute.Cloud,
    ];

    /// <summary>The variables that are no attributes.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        "PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", Storage,
    ];

    /// <summary>
    /// Gets what the CLI is to find. The arguments say which workspace and whose profile: it must not find others in the
    /// environment, nor another file.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Of(AuthSettings settings, Func<string, string?> variable)
    {
        Dictionary<string, string?> found = Variables.ToDictionary(name => name, variable);
        found["PATH"] = string.Join(Path.PathSeparator, ProgramPath.Folders(variable("PATH")));
        foreach (AuthAttribute attribute in (AuthAttribute[])[.. s_places, AuthAttribute.ConfigFile])
        {
            found[attribute.Variable!] = settings[attribute];
        }

        return found;
    }

    /// <summary>
    /// Adds the OAuth application by which the user signs in, where the user is who is meant: else the id is that of a
    /// service principal, and so it is beside a secret.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> WithClient(IReadOnlyDictionary<string, string?> variables, AuthSettings settings, Version version) =>
        settings[AuthAttribute.AuthType] == AuthTypes.DatabricksCli
        && settings[AuthAttribute.ClientSecret] is null
        && settings[AuthAttribute.ClientId] is { } client
        && CliVersion.TakesClientId(version)
            ? new Dictionary<string, string?>(variables) { [AuthAttribute.ClientId.Variable!] = client }
            : variables;
}
