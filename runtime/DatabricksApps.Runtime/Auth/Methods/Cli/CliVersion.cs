namespace DatabricksApps.Auth;

/// <summary>The version of the Databricks CLI, and what it brought.</summary>
internal static class CliVersion
{
    /// <summary>The version of a CLI that does not say which it is: too old for everything.</summary>
    public static readonly Version Unknown = new(0, 0, 0);

    private const string Label = "Databricks CLI v";

    private static readonly Version s_profile = new(0, 207, 1);
    private static readonly Version s_forceRefresh = new(0, 296, 0);
    private static readonly Version s_workspaceId = new(1, 0, 0);
    private static readonly Version s_clientId = new(1, 17, 0);

    /// <summary>Reads what <c>databricks version</c> prints: <c>Databricks CLI v0.296.0</c>.</summary>
    public static Version Parse(string output)
    {
        int start = output.IndexOf(Label, StringComparison.Ordinal);
        if (start < 0)
        {
            return Unknown;
        }

        ReadOnlySpan<char> text = output.AsSpan(start + Label.Length);
        int end = text.IndexOfAnyExcept("0123456789.");
        text = (end < 0 ? text : text[..end]).TrimEnd('.');
        return Version.TryParse(text, out Version? version) && version.Build >= 0 ? version : Unknown;
    }

    /// <summary>Tells whether the CLI that signs in by OAuth printed this, whichever its version; the legacy one has no such command.</summary>
    public static bool IsOfCli(string output) => output.Contains(Label, StringComparison.Ordinal);

    /// <summary>Tells whether the legacy CLI printed this: <c>Version 0.17.8</c>.</summary>
    public static bool IsOfLegacy(string output) => output.StartsWith("Version 0.", StringComparison.Ordinal);

    /// <summary>Tells whether <c>auth token</c> takes <c>--profile</c>.</summary>
    public static bool TakesProfile(Version version) => version >= s_profile;

    /// <summary>Tells whether <c>auth token</c> takes <c>--force-refresh</c>.</summary>
    public static bool TakesForceRefresh(Version version) => version >= s_forceRefresh;

    /// <summary>Tells whether <c>auth token</c> takes <c>--workspace-id</c>; those before find it in the environment.</summary>
    public static bool TakesWorkspaceId(Version version) => version >= s_workspaceId;

    /// <summary>Tells whether <c>DATABRICKS_CLIENT_ID</c> names the OAuth application by which the user signed in.</summary>
    public static bool TakesClientId(Version version) => version >= s_clientId;
}
