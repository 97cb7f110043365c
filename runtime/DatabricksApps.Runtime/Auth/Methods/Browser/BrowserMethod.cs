namespace DatabricksApps.Auth;

/// <summary>
/// <c>external-browser</c>: the user signs in in the browser (authorization code with PKCE, RFC 7636), and stays signed in
/// by the refresh token.
/// </summary>
internal sealed class BrowserMethod : ICredentialMethod
{
    // The client that every Databricks account has for its CLI.
    private const string PublicClient = "databricks-cli";

    public string Name => AuthTypes.Browser;

    public bool IsChosen(AuthSettings settings) => true;

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings.Host is not { } host)
        {
            return CredentialAnswer.NotMine(settings.Missing(AuthAttribute.Host)!);
        }

        WorkspaceClient client = new(context.HttpClient, context.Time);
        RetryPolicy retry = new(context.Time, context.Logger, context.Random);
        OAuthServer server = await new OAuthDiscovery(client, retry, context).FindAsync(host, cancellationToken).ConfigureAwait(false);
        if (server.AuthorizationEndpoint is not { } endpoint)
        {
            throw AuthFailure.Of($"{host} names no authorization endpoint, where a user could sign in", null, "Sign in in another way.");
        }

        string clientId = settings[AuthAttribute.ClientId] ?? PublicClient;
        string[] scopes = settings[AuthAttribute.WithoutRefreshToken] is null
            ? ["offline_access", .. settings.Scopes.Where(s => s != "offline_access")]
            : [.. settings.Scopes];
        TokenRequest request = new(client, server.TokenEndpoint, context.Time, context.Logger);
        return CredentialAnswer.Use(new BrowserTokenSource(
            request,
            new BrowserSignIn(request, endpoint, clientId, scopes, settings[AuthAttribute.CallbackPort], context),
            new TokenFile(context.TokenFolder, host.ToString(), clientId, scopes, Places(settings)),
            clientId, retry, context.Time));
    }

    private static IEnumerable<string> Places(AuthSettings settings) =>
        from attribute in (AuthAttribute[])[AuthAttribute.AccountId, AuthAttribute.WorkspaceId, AuthAttribute.DiscoveryUrl]
        let value = settings[attribute]
        where value is not null
        select $"{attribute.Name}={value}";
}
