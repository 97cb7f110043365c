namespace DatabricksApps.Auth;

/// <summary>
/// The tokens of a user who signs in in the browser: the kept one while it is good, then what the refresh token brings. The
/// browser is opened only when there is nothing left to send; never to renew a token ahead of its expiry.
/// </summary>
internal sealed class BrowserTokenSource(
    TokenRequest request, BrowserSignIn signIn, TokenFile file, string clientId, RetryPolicy retry, TimeProvider time) : ITokenSource
{
    // As long as the Databricks CLI: what the cache calls stale is asked for before, and must be new.
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    private TokenSet? _last;
    private string? _refused;
    private bool _isGiven;

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        TokenSet? kept = _last ??= file.Read();
        if (kept is not null && !_isGiven && kept.Token.Value != _refused && Left(kept) > s_margin)
        {
            // Kept by an earlier run of the program; once given, the next call wants another.
            _isGiven = true;
            return kept.Token;
        }

        TokenSet next = await RefreshAsync(kept, cancellationToken).ConfigureAwait(false)
            ?? (kept is not null && kept.Token.Value != _refused && Left(kept) > TimeSpan.Zero
                ? throw AuthFailure.Of("the sign-in has expired", null, "Call again: the browser opens when the present token ends.")
                : await signIn.SignInAsync(cancellationToken).ConfigureAwait(false));
        _isGiven = true;
        _last = next;
        file.Write(next);
        return next.Token;
    }

    public void Invalidate(AppToken refused) => _refused = refused.Value;

    private TimeSpan Left(TokenSet set) => set.Token.ExpiresOn is { } end ? end - time.GetUtcNow() : TimeSpan.Zero;

    private async ValueTask<TokenSet?> RefreshAsync(TokenSet? kept, CancellationToken cancellationToken)
    {
        while (kept?.RefreshToken is { } refreshToken)
        {
            try
            {
                return await RefreshAsync(refreshToken, cancellationToken).ConfigureAwait(false);
            }
            catch (AppAuthenticationException failure) when (failure.OAuthError == "invalid_grant")
            {
                // Another process may have used it, and got the one that replaces it.
                TokenSet? other = file.Read();
                kept = other?.RefreshToken == refreshToken ? null : other;
            }
        }

        return null;
    }

    private ValueTask<TokenSet> RefreshAsync(string refreshToken, CancellationToken cancellationToken) => retry.RunAsync(
        async token =>
        {
            KeyValuePair<string, string>[] form =
            [
                new("grant_type", "refresh_token"), new("refresh_token", refreshToken), new("client_id", clientId),
            ];
            TokenSet set = await request.SendForSetAsync(form, basic: null, [refreshToken], token).ConfigureAwait(false);
            return set.RefreshToken is null ? new TokenSet(set.Token, refreshToken) : set;
        },
        cancellationToken);
}
