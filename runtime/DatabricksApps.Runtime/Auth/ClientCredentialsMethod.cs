namespace DatabricksApps.Auth;

/// <summary><c>oauth-m2m</c>: a service principal signs in with its client id and OAuth secret (RFC 6749 §4.4).</summary>
internal sealed class ClientCredentialsMethod : ICredentialMethod
{
    public string Name => "oauth-m2m";

    /// <summary>Gets whether the secret was given in code: a failure then must not lead to somebody else's sign-in.</summary>
    public bool IsChosen(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.ClientId) == AuthSource.Options
        && settings.SourceOf(AuthAttribute.ClientSecret) == AuthSource.Options;

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        string[] missing = [.. new[] { AuthAttribute.Host, AuthAttribute.ClientId, AuthAttribute.ClientSecret }
            .Where(a => settings[a] is null)
            .Select(a => $"{a.Name} ({a.Variable})")];
        if (missing.Length > 0)
        {
            return CredentialAnswer.NotMine($"{string.Join(", ", missing)} {(missing.Length == 1 ? "is" : "are")} not set");
        }

        WorkspaceHost host = WorkspaceHost.Parse(settings[AuthAttribute.Host]!);
        WorkspaceClient client = new(context.HttpClient, context.Time);
        RetryPolicy retry = new(context.Time, context.Logger, context.Random);
        Uri endpoint = await new OAuthDiscovery(client, retry, context).FindTokenEndpointAsync(host, cancellationToken).ConfigureAwait(false);
        ClientCredentialsTokenSource source = new(
            new TokenRequest(client, endpoint, context.Time, context.Logger),
            settings[AuthAttribute.ClientId]!, settings[AuthAttribute.ClientSecret]!, settings.Scopes);
        return CredentialAnswer.Use(new RetryingTokenSource(source, retry));
    }
}
