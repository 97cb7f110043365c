namespace DatabricksApps.Auth;

/// <summary>
/// Workload identity federation: a token of another issuer is exchanged for a Databricks token (RFC 8693). With a client
/// id the caller is that service principal, without one whom the account's federation policy names.
/// </summary>
internal abstract class FederationMethod : ICredentialMethod
{
    public abstract string Name { get; }

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        if ((context.Settings.Missing(AuthAttribute.Host) ?? NotMine(context)) is { } reason)
        {
            return CredentialAnswer.NotMine(reason);
        }

        Check(context.Settings);
        WorkspaceClient client = new(context.HttpClient, context.Time);
        RetryPolicy retry = new(context.Time, context.Logger, context.Random);
        OAuthServer server = await new OAuthDiscovery(client, retry, context)
            .FindAsync(context.Settings.Host!, cancellationToken).ConfigureAwait(false);
        TokenExchangeSource source = new(
            new TokenRequest(client, server.TokenEndpoint, context.Time, context.Logger),
            token => IdTokenAsync(context, client, server.Audience, token),
            context.Settings[AuthAttribute.ClientId], context.Settings.Scopes);
        return CredentialAnswer.Use(new RetryingTokenSource(source, retry));
    }

    /// <summary>Tells why the settings are not for this method; null: they are.</summary>
    protected abstract string? NotMine(CredentialContext context);

    /// <summary>Refuses settings that cannot lead to a token, before anybody is asked for anything.</summary>
    protected virtual void Check(AuthSettings settings)
    {
    }

    /// <summary>Gets a token of the other issuer; a new one each time, since they live for minutes.</summary>
    protected abstract ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken);
}
