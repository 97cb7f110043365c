using System.Text.RegularExpressions;

namespace DatabricksApps.Auth;

/// <summary>The version of the Databricks CLI, and what it brought.</summary>
internal static partial class CliVersion
{
    /// <summary>The version of a CLI that does not say which it is: too old for everything.</summary>
    public static readonly Version Unknown = new(0, 0, 0);

    private static readonly Version s_profile = new(0, 207, 1);
    private static readonly Version s_forceRefresh = new(0, 296, 0);

    /// <summary>Reads what <c>databricks version</c> prints.</summary>
    public static Version Parse(string output) =>
        Printed().Match(output) is { Success: true } match && Version.TryParse(match.Groups[1].ValueSpan, out Version? version)
            ? version
            : Unknown;

    /// <summary>Tells whether <c>auth token</c> takes <c>--profile</c>.</summary>
    public static bool TakesProfile(Version version) => version >= s_profile;

    /// <summary>Tells whether <c>auth token</c> takes <c>--force-refresh</c>.</summary>
    public static bool TakesForceRefresh(Version version) => version >= s_forceRefresh;

    [GeneratedRegex(@"Databricks CLI v(\d{1,6}\.\d{1,6}\.\d{1,6})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
