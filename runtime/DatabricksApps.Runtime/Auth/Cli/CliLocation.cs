namespace DatabricksApps.Auth;

/// <summary>Where the Databricks CLI is.</summary>
/// <param name="Path">The program; null: there is none.</param>
/// <param name="IsLegacyFound">Whether only the legacy CLI was found, which cannot sign in by OAuth.</param>
internal readonly record struct CliLocation(string? Path, bool IsLegacyFound);
