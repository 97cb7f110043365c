namespace DatabricksApps.Auth;

/// <summary>Where the Databricks CLI is.</summary>
/// <param name="Path">The program; null: there is none.</param>
/// <param name="IsLegacyFound">Whether only the legacy CLI was found, which cannot sign in by OAuth.</param>
internal readonly record struct CliLocation(string? Path, bool IsLegacyFound)
{
    /// <summary>Gets whether a relative path was named, which could be any program of the working directory.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Gets whether the path begins with <c>~</c>, which a shell replaces by the home folder and nothing else does.</summary>
    public bool IsOfShell { get; init; }
}
