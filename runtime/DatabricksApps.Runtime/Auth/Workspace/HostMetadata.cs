using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>What a Databricks host says of itself at <c>/.well-known/databricks-config</c>.</summary>
internal sealed class HostMetadata
{
    public const string Path = "/.well-known/databricks-config";

    private const string AccountPlaceholder = "{account_id}";

    private readonly string? _endpoint;
    private readonly string? _hostType;

    private HostMetadata(JsonElement? root)
    {
        if (root is { } json)
        {
            _endpoint = AnswerJson.Text(json, "oidc_endpoint");
            _hostType = AnswerJson.Text(json, "host_type");
            AccountId = AnswerJson.Text(json, "account_id");
            WorkspaceId = AnswerJson.Text(json, "workspace_id");
            Cloud = AnswerJson.Text(json, "cloud");
            Audience = FirstAudience(json);
        }
    }

    public bool IsAccount => _hostType == "account";

    public bool IsUnified => _hostType == "unified";

    public string? AccountId { get; }

    public string? WorkspaceId { get; }

    public string? Cloud { get; }

    /// <summary>Gets the audience that the host wants in tokens of other issuers; null: it does not say.</summary>
    public string? Audience { get; }

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
                return new HostMetadata(document.RootElement);
            }

            reason = AnswerFailure.Describe(answer);
        }
        catch (AppAuthenticationException exception)
        {
            reason = exception.Message;
        }

        logger.NoHostMetadata(address.AbsoluteUri, reason);
        return new HostMetadata(null);
    }

    /// <summary>Gets the address beneath which the OAuth endpoints lie; null: it is not known, or not for which account.</summary>
    /// <param name="accountId">The account; null: it is not known.</param>
    public string? OAuthRoot(string? accountId)
    {
        string? root = _endpoint?.TrimEnd('/');
        return root is null || !root.Contains(AccountPlaceholder, StringComparison.Ordinal) ? root
            : accountId is null ? null
            : root.Replace(AccountPlaceholder, Uri.EscapeDataString(accountId), StringComparison.Ordinal);
    }

    private static string? FirstAudience(JsonElement json) =>
        json.TryGetProperty("token_federation_default_oidc_audiences", out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first ? first.GetString() : null;
}
