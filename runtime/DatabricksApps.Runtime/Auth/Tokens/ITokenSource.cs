namespace DatabricksApps.Auth;

/// <summary>
/// Brings tokens. A source that speaks to a credential brings a new token at each call; caching and retrying are sources
/// around it (source, then retrying, then cached).
/// </summary>
internal interface ITokenSource
{
    /// <summary>Gets a token.</summary>
    /// <exception cref="AppAuthenticationException">No token could be had.</exception>
    ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Says that the app refused a token. The next call brings another one if the source can; whoever asks compares
    /// with the refused one.
    /// </summary>
    void Invalidate(AppToken refused)
    {
    }
}
