namespace DatabricksApps.Auth;

/// <summary>The version of the Databricks CLI, and what it brought.</summary>
internal static class CliVersion
{
    /// <summary>The version of a CLI that does not say which it is: too old for everything.</summary>
    public static readonly Version Unknown = new(0, 0, 0);

    private const string Label = "Databricks CLI v";

    private static readonly Version s_profile = new(0, 207, 1);
    private static readonly Version s_forceRefresh = new(0, 296, 0);

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

    /// <summary>Tells whether <c>auth token</c> takes <c>--profile</c>.</summary>
    public static bool TakesProfile(Version version) => version >= s_profile;

    /// <summary>Tells whether <c>auth token</c> takes <c>--force-refresh</c>.</summary>
    public static bool TakesForceRefresh(Version version) => version >= s_forceRefresh;
}
