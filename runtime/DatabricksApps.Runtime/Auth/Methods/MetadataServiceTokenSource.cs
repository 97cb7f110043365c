using System.Text.Json;
using DatabricksApps.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Asks the metadata service of this machine for its token.</summary>
internal sealed class MetadataServiceTokenSource(WorkspaceClient client, Uri address, WorkspaceHost host, ILogger logger) : ITokenSource
{
    private const string NextStep = "Start the tool anew that set DATABRICKS_METADATA_SERVICE_URL, or take the variable away.";

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("X-Databricks-Metadata-Version", "1");
        request.Headers.TryAddWithoutValidation("X-Databricks-Host", host.ToString());
        WorkspaceAnswer answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using JsonDocument? document = answer.IsSuccess ? AnswerJson.Parse(answer) : null;
        if (document is null || AnswerJson.Text(document.RootElement, "access_token") is not { } value || !HeaderText.IsToken(value))
        {
            // Not the address: its path is a secret.
            throw AuthFailure.Of($"the metadata service at {address.Authority} gave no token", "it serves another host, or has ended.", NextStep);
        }

        DateTimeOffset? expiresOn = ExpiresOn(document.RootElement);
        logger.TokenReceived(expiresOn);
        return new AppToken(value, expiresOn);
    }

    // Seconds since 1970.
    private static DateTimeOffset? ExpiresOn(JsonElement root) =>
        root.TryGetProperty("expires_on", out JsonElement value)
        && (value.ValueKind == JsonValueKind.Number ? value.TryGetInt64(out long seconds)
            : long.TryParse(AnswerJson.Text(root, "expires_on"), out seconds))
        && seconds is > 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
