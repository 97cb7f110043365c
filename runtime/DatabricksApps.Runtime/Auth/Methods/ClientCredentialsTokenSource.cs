using System.Text;

namespace DatabricksApps.Auth;

/// <summary>Asks the token endpoint for a token of a service principal. There is no refresh token: each is asked for anew.</summary>
internal sealed class ClientCredentialsTokenSource : ITokenSource
{
    private readonly TokenRequest _request;
    private readonly KeyValuePair<string, string>[] _form;
    private readonly string _secret;
    private readonly string _basic;

    /// <summary>Initializes the source.</summary>
    /// <param name="request">What sends to the token endpoint.</param>
    /// <param name="clientId">The application id of the service principal.</param>
    /// <param name="clientSecret">Its OAuth secret.</param>
    /// <param name="scopes">The scopes to ask for.</param>
    public ClientCredentialsTokenSource(TokenRequest request, string clientId, string clientSecret, IEnumerable<string> scopes)
    {
        _request = request;
        _secret = clientSecret;
        _basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FormEncoded(clientId)}:{FormEncoded(clientSecret)}"));
        _form = [new("grant_type", "client_credentials"), new("scope", string.Join(' ', scopes))];
    }

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) =>
        _request.SendAsync(_form, _basic, [_secret, _basic], cancellationToken);

    // RFC 6749 §2.3.1: both are form-encoded before they are joined by the colon.
    private static string FormEncoded(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
