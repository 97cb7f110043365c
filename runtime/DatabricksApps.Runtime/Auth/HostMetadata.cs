using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>What a Databricks host says of itself at <c>/.well-known/databricks-config</c>.</summary>
internal sealed class HostMetadata
{
    public const string Path = "/.well-known/databricks-config";

    private const string AccountPlaceholder = "{account_id}";

    private readonly string? _endpoint;
    private readonly string? _accountId;
    private readonly string? _hostType;

    private HostMetadata(string? endpoint, string? accountId, string? hostType)
    {
        _endpoint = endpoint;
        _accountId = accountId;
        _hostType = hostType;
    }

    public bool IsAccount => _hostType == "account";

    public bool IsUnified => _hostType == "unified";

    /// <summary>
    /// Reads the metadata. Not every host has it, so that a failure of any kind means that nothing is known: if the host
    /// is not there at all, the request that follows tells.
    /// </summary>
    public static async ValueTask<HostMetadata> ReadAsync(
        WorkspaceClient client, WorkspaceHost host, ILogger logger, CancellationToken cancellationToken)
    {
        Uri address = host.At(Path);
        string reason;
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/json");
            WorkspaceAnswer answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            using JsonDocument? document = answer.IsSuccess ? AnswerJson.Parse(answer) : null;
            if (document is not null)
            {
                JsonElement root = document.RootElement;
                return new HostMetadata(
                    AnswerJson.Text(root, "oidc_endpoint"), AnswerJson.Text(root, "account_id"), AnswerJson.Text(root, "host_type"));
            }

            reason = AnswerFailure.Describe(answer);
        }
        catch (AppAuthenticationException exception)
        {
            reason = exception.Message;
        }

        logger.NoHostMetadata(address.AbsoluteUri, reason);
        return new HostMetadata(null, null, null);
    }

    /// <summary>Gets the address beneath which the OAuth endpoints lie; null: it is not known, or not for which account.</summary>
    /// <param name="accountId">The account that was configured; null: the one that the host names.</param>
    public string? OAuthRoot(string? accountId)
    {
        if (_endpoint is null)
        {
            return null;
        }

        string root = _endpoint.TrimEnd('/');
        if (!root.Contains(AccountPlaceholder, StringComparison.Ordinal))
        {
            return root;
        }

        return (accountId ?? _accountId) is { } account
            ? root.Replace(AccountPlaceholder, Uri.EscapeDataString(account), StringComparison.Ordinal)
            : null;
    }
}
