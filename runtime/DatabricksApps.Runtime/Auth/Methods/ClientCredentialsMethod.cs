namespace DatabricksApps.Auth;

/// <summary><c>oauth-m2m</c>: a service principal signs in with its client id and OAuth secret (RFC 6749 §4.4).</summary>
internal sealed class ClientCredentialsMethod : ICredentialMethod
{
    public string Name => AuthTypes.ServicePrincipal;

    /// <summary>Gets whether the secret was given in code: a failure then must not lead to somebody else's sign-in.</summary>
    public bool IsChosen(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.ClientId) == AuthSource.Options
        && settings.SourceOf(AuthAttribute.ClientSecret) == AuthSource.Options;

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings.Missing(AuthAttribute.Host, AuthAttribute.ClientId, AuthAttribute.ClientSecret) is { } reason)
        {
            return CredentialAnswer.NotMine(reason);
        }

        WorkspaceClient client = new(context.HttpClient, context.Time);
        RetryPolicy retry = new(context.Time, context.Logger, context.Random);
        OAuthServer server = await new OAuthDiscovery(client, retry, context).FindAsync(settings.Host!, cancellationToken).ConfigureAwait(false);
        ClientCredentialsTokenSource source = new(
            new TokenRequest(client, server.TokenEndpoint, context.Time, context.Logger),
            settings[AuthAttribute.ClientId]!, settings[AuthAttribute.ClientSecret]!, settings.Scopes);
        return CredentialAnswer.Use(new RetryingTokenSource(source, retry));
    }
}
