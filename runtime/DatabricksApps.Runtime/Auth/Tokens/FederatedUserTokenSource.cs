using System.Runtime.CompilerServices;

namespace DatabricksApps.Auth;

/// <summary>
/// Whoever the current user is: a function of the options gives the user's token of another issuer at each call, in the
/// call's own context, and the Databricks token that it was exchanged for is kept beside that very token.
/// </summary>
/// <param name="provider">The function.</param>
/// <param name="cacheOf">Gets the cache of what a token was exchanged for.</param>
internal sealed class FederatedUserTokenSource(
    Func<CancellationToken, ValueTask<string>> provider, Func<string, CachedTokenSource> cacheOf) : ITokenSource
{
    // Which user's a refused token was; the token itself says nothing of it.
    private readonly ConditionalWeakTable<AppToken, CachedTokenSource> _given = [];

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        string? userToken = (await provider(cancellationToken).ConfigureAwait(false))?.Trim();
        if (string.IsNullOrEmpty(userToken))
        {
            throw AuthFailure.Of(
                "FederatedUserTokenProvider gave no token", "the current user has not signed in to the other identity provider.",
                "Return the user's token, a JWT.");
        }

        CachedTokenSource cache = cacheOf(userToken);
        AppToken token = await cache.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        _given.TryAdd(token, cache);
        return token;
    }

    public void Invalidate(AppToken refused)
    {
        if (_given.TryGetValue(refused, out CachedTokenSource? cache))
        {
            cache.Invalidate(refused);
        }
    }
}
