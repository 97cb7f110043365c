namespace DatabricksApps.Auth;

/// <summary><c>github-oidc</c>: GitHub issues a token for the job of a workflow that has the permission <c>id-token: write</c>.</summary>
internal sealed class GitHubOidcMethod : FederationMethod
{
    public override string Name => AuthTypes.GitHubActions;

    protected override string? NotMine(CredentialContext context) =>
        context.Settings.Missing(AuthAttribute.GitHubRequestUrl, AuthAttribute.GitHubRequestToken);

    protected override async ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken)
    {
        string url = context.Settings[AuthAttribute.GitHubRequestUrl]!;
        if (!Uri.TryCreate($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}audience={Uri.EscapeDataString(audience)}", UriKind.Absolute, out Uri? address)
            || !WorkspaceHost.IsSafe(address))
        {
            throw AuthFailure.Of("ACTIONS_ID_TOKEN_REQUEST_URL is not an https address", null, "Leave the variable as GitHub Actions sets it.");
        }

        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {context.Settings[AuthAttribute.GitHubRequestToken]}");
        request.Headers.Accept.ParseAdd("application/json");
        WorkspaceAnswer answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return IssuerAnswer.Token(answer, "value", "GitHub", "Give the job the permission id-token: write.");
    }
}
