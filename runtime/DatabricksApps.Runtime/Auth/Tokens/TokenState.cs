namespace DatabricksApps.Auth;

/// <summary>How good a token in the cache still is.</summary>
internal enum TokenState
{
    /// <summary>To be used as it is.</summary>
    Fresh,

    /// <summary>To be used, while a new one is fetched.</summary>
    Stale,

    /// <summary>Not to be used.</summary>
    Expired,
}
