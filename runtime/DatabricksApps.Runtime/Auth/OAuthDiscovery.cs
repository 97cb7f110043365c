using System.Net;
using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>Finds the endpoint that issues tokens, from what the host says of itself, else at its usual addresses.</summary>
internal sealed class OAuthDiscovery(WorkspaceClient client, RetryPolicy retry, CredentialContext context)
{
    private const string ServerMetadata = "/.well-known/oauth-authorization-server";

    /// <summary>Finds the token endpoint.</summary>
    /// <param name="host">The host that issues the tokens.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="AppAuthenticationException">The host names none, or one that secrets must not go to.</exception>
    public async ValueTask<Uri> FindTokenEndpointAsync(WorkspaceHost host, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings[AuthAttribute.DiscoveryUrl] is { } configured)
        {
            // Set on purpose, so the endpoint may lie on any host.
            return await ReadTokenEndpointAsync(Checked(configured), pinnedTo: null, cancellationToken).ConfigureAwait(false);
        }

        HostMetadata metadata = await HostMetadata.ReadAsync(client, host, context.Logger, cancellationToken).ConfigureAwait(false);
        if (metadata.OAuthRoot(settings[AuthAttribute.AccountId]) is { } root)
        {
            Uri address = Checked(root + ServerMetadata);
            return host.IsOriginOf(address)
                ? await ReadTokenEndpointAsync(address, host, cancellationToken).ConfigureAwait(false)
                : throw Elsewhere(host, host.At(HostMetadata.Path), "metadata", address);
        }

        if (host.IsAccount || metadata.IsAccount)
        {
            return settings[AuthAttribute.AccountId] is { } account
                ? host.At($"/oidc/accounts/{Uri.EscapeDataString(account)}/v1/token")
                : throw AuthFailure.Of(
                    $"{host} is the host of an account, and the account is not known",
                    null,
                    "Set AccountId (DATABRICKS_ACCOUNT_ID), or the workspace's own address as Host (DATABRICKS_HOST).");
        }

        return metadata.IsUnified
            ? throw AuthFailure.Of(
                $"{host} serves several workspaces, and does not say where this one's tokens come from",
                "the account is not known.",
                "Set AccountId (DATABRICKS_ACCOUNT_ID), or the workspace's own address as Host (DATABRICKS_HOST).")
            : await ReadTokenEndpointAsync(host.At("/oidc" + ServerMetadata), host, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<Uri> ReadTokenEndpointAsync(Uri address, WorkspaceHost? pinnedTo, CancellationToken cancellationToken) =>
        retry.RunAsync(
            async token =>
            {
                using HttpRequestMessage request = new(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd("application/json");
                WorkspaceAnswer answer = await client.SendAsync(request, token).ConfigureAwait(false);
                return TokenEndpoint(answer, address, pinnedTo);
            },
            cancellationToken);

    private static Uri TokenEndpoint(WorkspaceAnswer answer, Uri address, WorkspaceHost? pinnedTo)
    {
        if (answer.Status == HttpStatusCode.NotFound)
        {
            throw AuthFailure.Of(
                $"databricks OAuth is not supported for this host: {answer.Address} answered 404",
                "Host is not a Databricks workspace, or is an app's own address.",
                "Set Host (DATABRICKS_HOST) to the workspace's address in the browser.");
        }

        if (!answer.IsSuccess)
        {
            throw AnswerFailure.Of(answer, "failed to get OAuth endpoints");
        }

        using JsonDocument? document = AnswerJson.Parse(answer);
        if (document is null
            || AnswerJson.Text(document.RootElement, "token_endpoint") is not { } text
            || !Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint))
        {
            throw AnswerFailure.NotJson(answer, "failed to get OAuth endpoints", "JSON that names a token_endpoint");
        }

        if (!WorkspaceHost.IsSafe(endpoint))
        {
            throw AuthFailure.Of(
                $"{answer.Address} names the token endpoint {ShownAddress.Of(endpoint)}, and a secret goes over https only",
                "something between here and the workspace changes its answers.",
                "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.");
        }

        return pinnedTo is null || pinnedTo.IsOriginOf(endpoint)
            ? endpoint
            : throw Elsewhere(pinnedTo, address, "token endpoint", endpoint);
    }

    private static Uri Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && WorkspaceHost.IsSafe(uri)
            ? uri
            : throw AuthFailure.Of(
                "the address of the authorization server's metadata is not an https address",
                null,
                "Set DiscoveryUrl (DATABRICKS_DISCOVERY_URL) to an https address, or leave it out.");

    private static AppAuthenticationException Elsewhere(WorkspaceHost host, Uri source, string what, Uri target) => AuthFailure.Of(
        $"{ShownAddress.Of(source)} names the {what} {ShownAddress.Of(target)}, which is not on {host}: the secret was not sent there",
        "something between here and the workspace changes its answers, or the workspace has another address.",
        "Set Host (DATABRICKS_HOST) to the address that issues the tokens, or DiscoveryUrl (DATABRICKS_DISCOVERY_URL) if another host is meant to.");
}
