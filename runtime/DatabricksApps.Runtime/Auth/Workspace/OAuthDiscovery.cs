using System.Net;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>Finds the server that issues tokens, from what the host says of itself, else at its usual addresses.</summary>
internal sealed class OAuthDiscovery(WorkspaceClient client, RetryPolicy retry, CredentialContext context)
{
    /// <summary>The header that names one of several workspaces of a host.</summary>
    public const string WorkspaceHeader = "X-Databricks-Workspace-Id";

    private const string ServerMetadata = "/.well-known/oauth-authorization-server";

    /// <summary>Finds the server.</summary>
    /// <param name="host">The host that issues the tokens.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="AppAuthenticationException">The host names none, or one that secrets must not go to.</exception>
    public async ValueTask<OAuthServer> FindAsync(WorkspaceHost host, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings[AuthAttribute.DiscoveryUrl] is { } configured)
        {
            // Set on purpose, so the endpoints may lie on any host.
            return await ReadAsync(Checked(configured), pinnedTo: null, null, cancellationToken).ConfigureAwait(false);
        }

        HostMetadata metadata = await HostMetadata.ReadAsync(client, host, context.Logger, cancellationToken).ConfigureAwait(false);
        string? accountId = settings[AuthAttribute.AccountId] ?? metadata.AccountId;
        if (metadata.OAuthRoot(accountId) is { } root)
        {
            Uri address = Checked(root + ServerMetadata);
            return host.IsOriginOf(address)
                ? await ReadAsync(address, host, metadata, cancellationToken).ConfigureAwait(false)
                : throw Elsewhere(host, host.At(HostMetadata.Path), "metadata", address);
        }

        if (host.IsAccount || metadata.IsAccount)
        {
            string path = $"/oidc/accounts/{Uri.EscapeDataString(accountId ?? throw NoAccount($"{host} is the host of an account, and the account is not known", null))}/v1/";
            return new OAuthServer(host.At(path + "token"), host.At(path + "authorize"), settings[AuthAttribute.TokenAudience] ?? accountId);
        }

        return metadata.IsUnified
            ? throw NoAccount($"{host} serves several workspaces, and does not say where this one's tokens come from", "the account is not known.")
            : await ReadAsync(host.At("/oidc" + ServerMetadata), host, metadata, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<OAuthServer> ReadAsync(
        Uri address, WorkspaceHost? pinnedTo, HostMetadata? metadata, CancellationToken cancellationToken) =>
        retry.RunAsync(
            async token =>
            {
                using HttpRequestMessage request = new(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd("application/json");
                if (pinnedTo is not null && context.Settings[AuthAttribute.WorkspaceId] is { } id)
                {
                    // A host of several workspaces refuses with 400 ("Unable to load OAuth Config") without it.
                    request.Headers.TryAddWithoutValidation(WorkspaceHeader, id);
                }

                WorkspaceAnswer answer = await client.SendAsync(request, token).ConfigureAwait(false);
                return Server(answer, address, pinnedTo, metadata);
            },
            cancellationToken);

    private OAuthServer Server(WorkspaceAnswer answer, Uri address, WorkspaceHost? pinnedTo, HostMetadata? metadata)
    {
        if (answer.Status == HttpStatusCode.NotFound)
        {
            throw AuthFailure.Of(
                $"databricks OAuth is not supported for this host: {answer.Address} answered 404",
                "Host is not a Databricks workspace, or is an app's own address.",
                "Set Host (DATABRICKS_HOST) to the workspace's address in the browser.");
        }

        if (answer.Status == HttpStatusCode.BadRequest
            && context.Settings[AuthAttribute.WorkspaceId] is null
            && Encoding.UTF8.GetString(answer.Body).Contains("Unable to load OAuth Config", StringComparison.OrdinalIgnoreCase))
        {
            throw AuthFailure.Of(
                $"failed to get OAuth endpoints: {AnswerFailure.Describe(answer)}, Unable to load OAuth Config",
                "the host serves several workspaces, and which one is meant is not known.",
                "Set WorkspaceId (DATABRICKS_WORKSPACE_ID), or the workspace's own address as Host (DATABRICKS_HOST).");
        }

        if (!answer.IsSuccess)
        {
            throw AnswerFailure.Of(answer, "failed to get OAuth endpoints");
        }

        using JsonDocument? document = AnswerJson.Parse(answer);
        if (document is null || Endpoint(document.RootElement, "token_endpoint") is not { } endpoint)
        {
            throw AnswerFailure.NotJson(answer, "failed to get OAuth endpoints", "JSON that names a token_endpoint");
        }

        CheckSafe(answer, address, "token endpoint", endpoint, pinnedTo);
        Uri? authorization = Endpoint(document.RootElement, "authorization_endpoint");
        if (authorization is not null)
        {
            CheckSafe(answer, address, "authorization endpoint", authorization, pinnedTo);
        }

        return new OAuthServer(endpoint, authorization, Audience(metadata, endpoint));
    }

    // The audience that was configured, else the one that the host wants, else what identifies it.
    private string Audience(HostMetadata? metadata, Uri endpoint)
    {
        AuthSettings settings = context.Settings;
        return settings[AuthAttribute.TokenAudience]
            ?? metadata?.Audience
            ?? (metadata is { IsUnified: true } && metadata.WorkspaceId is null ? settings[AuthAttribute.AccountId] ?? metadata.AccountId : null)
            ?? endpoint.AbsoluteUri;
    }

    private static Uri? Endpoint(JsonElement root, string name) =>
        AnswerJson.Text(root, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) ? endpoint : null;

    private static void CheckSafe(WorkspaceAnswer answer, Uri source, string what, Uri endpoint, WorkspaceHost? pinnedTo)
    {
        if (!WorkspaceHost.IsSafe(endpoint))
        {
            throw AuthFailure.Of(
                $"{answer.Address} names the {what} {ShownAddress.Of(endpoint)}, and a secret goes over https only",
                "something between here and the workspace changes its answers.",
                "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.");
        }

        if (pinnedTo is not null && !pinnedTo.IsOriginOf(endpoint))
        {
            throw Elsewhere(pinnedTo, source, what, endpoint);
        }
    }

    private static AppAuthenticationException NoAccount(string what, string? cause) => AuthFailure.Of(
        what, cause, "Set AccountId (DATABRICKS_ACCOUNT_ID), or the workspace's own address as Host (DATABRICKS_HOST).");

    private static Uri Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && WorkspaceHost.IsSafe(uri)
            ? uri
            : throw AuthFailure.Of(
                "the address of the authorization server's metadata is not an https address",
                null,
                "Set DiscoveryUrl (DATABRICKS_DISCOVERY_URL) to an https address, or leave it out.");

    // The advice leads to the configured host only: whoever wrote the other one may wait for somebody to follow.
    private static AppAuthenticationException Elsewhere(WorkspaceHost host, Uri source, string what, Uri target) => AuthFailure.Of(
        $"{ShownAddress.Of(source)} names the {what} {ShownAddress.Of(target)}, which is not on {host}: the secret was not sent there",
        $"the metadata of {host} is not as it should be: something between here and the workspace changes it, or Host (DATABRICKS_HOST) is not the workspace's own address.",
        $"Compare {host} with the workspace's address in the browser; if it is the same, tell who runs the workspace or the network.");
}
