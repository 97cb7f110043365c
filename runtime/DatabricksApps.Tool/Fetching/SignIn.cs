namespace DatabricksApps.Tool.Fetching;

/// <summary>Who fetches: what the options of the command say; the rest is in the environment and the profile, as for every call.</summary>
internal sealed record SignIn
{
    public string? Profile { get; init; }

    public string? Host { get; init; }

    public string[] Scopes { get; init; } = [];

    /// <summary>Gets whether nothing is signed, for an app on this machine.</summary>
    public bool SignsNothing { get; init; }

    /// <summary>Gets what else is set of the options.</summary>
    public Action<DatabricksAppOptions>? Configure { get; init; }
}
