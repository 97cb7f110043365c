namespace DatabricksApps.Auth;

/// <summary>
/// Signs one client in with what was read when it was made, and where that is refused, with the secret that took its place
/// since, in the profile, the environment or the options. Who signs in, where and how stays: only the secret may be another.
/// </summary>
/// <remarks>
/// It is the client's own, around the cache that all who sign in alike share: another client with the old secret was not
/// given the new one, and stays refused.
/// </remarks>
/// <param name="inputs">What was read when the client was made.</param>
/// <param name="read">Reads the same again; null: it cannot be read.</param>
/// <param name="cacheOf">Gets the cache of all who sign in alike.</param>
internal sealed class RotatedTokenSource(
    CredentialInputs inputs, Func<CredentialInputs?> read, Func<CredentialInputs, CachedTokenSource> cacheOf) : ITokenSource
{
    private readonly object _gate = new();
    private volatile CachedTokenSource _cache = cacheOf(inputs);
    private CredentialInputs _inputs = inputs;

    /// <summary>Gets the cache of all who sign in alike, at present.</summary>
    public CachedTokenSource Cache => _cache;

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        CachedTokenSource cache = _cache;
        ValueTask<AppToken> token = cache.GetTokenAsync(cancellationToken);
        return token.IsCompletedSuccessfully ? token : WaitAsync(cache, token, cancellationToken);
    }

    public void Invalidate(AppToken refused) => _cache.Invalidate(refused);

    private async ValueTask<AppToken> WaitAsync(CachedTokenSource cache, ValueTask<AppToken> token, CancellationToken cancellationToken)
    {
        try
        {
            return await token.ConfigureAwait(false);
        }
        catch (AppAuthenticationException failure) when (!failure.IsTransient)
        {
            if (!ReadAgain(cache))
            {
                throw;
            }

            return await _cache.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // False: nothing took the place of what was refused.
    private bool ReadAgain(CachedTokenSource refused)
    {
        lock (_gate)
        {
            if (_cache != refused)
            {
                return true;
            }

            if (read() is not { } found || found.Key() == _inputs.Key() || !found.IsOfSameClient(_inputs))
            {
                return false;
            }

            _inputs = found;
            _cache = cacheOf(found);
            return true;
        }
    }
}
