namespace DatabricksApps.Auth;

/// <summary>Exchanges a token of another issuer at the token endpoint (RFC 8693). There is no refresh token: each is exchanged anew.</summary>
/// <param name="request">What sends to the token endpoint.</param>
/// <param name="idToken">Gets the token of the other issuer.</param>
/// <param name="clientId">The application id of the service principal; null: the account's federation policy decides.</param>
/// <param name="scopes">The scopes to ask for.</param>
internal sealed class TokenExchangeSource(
    TokenRequest request, Func<CancellationToken, ValueTask<string>> idToken, string? clientId, IReadOnlyList<string> scopes) : ITokenSource
{
    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        string token = await idToken(cancellationToken).ConfigureAwait(false);
        List<KeyValuePair<string, string>> form =
        [
            new("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            new("subject_token_type", "urn:ietf:params:oauth:token-type:jwt"),
            new("subject_token", token),
            new("scope", string.Join(' ', scopes)),
        ];
        if (clientId is not null)
        {
            form.Add(new("client_id", clientId));
        }

        return await request.SendAsync(form, basic: null, [token], cancellationToken).ConfigureAwait(false);
    }
}
