using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using DatabricksApps.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Sends requests to a token endpoint and reads what comes back (RFC 6749 §5).</summary>
internal sealed class TokenRequest(WorkspaceClient client, Uri endpoint, TimeProvider time, ILogger logger)
{
    /// <summary>Asks for a token.</summary>
    /// <param name="form">The fields of the request.</param>
    /// <param name="basic">The client's id and secret for Basic authentication; null: none.</param>
    /// <param name="secrets">What a message must not show, although the server may repeat it.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="AppAuthenticationException">No token was given.</exception>
    public async ValueTask<AppToken> SendAsync(
        IEnumerable<KeyValuePair<string, string>> form, string? basic, string[] secrets, CancellationToken cancellationToken) =>
        (await SendForSetAsync(form, basic, secrets, cancellationToken).ConfigureAwait(false)).Token;

    /// <summary>Asks for a token and, if the server gives one, a refresh token.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async ValueTask<TokenSet> SendForSetAsync(
        IEnumerable<KeyValuePair<string, string>> form, string? basic, string[] secrets, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.ParseAdd("application/json");
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        }

        WorkspaceAnswer answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using JsonDocument? document = AnswerJson.Parse(answer);
        if (!answer.IsSuccess)
        {
            throw TokenFailure.Of(answer, document?.RootElement, secrets);
        }

        AppToken token = Read(answer, document);
        logger.TokenReceived(token.ExpiresOn);
        return new TokenSet(token, AnswerJson.Text(document!.RootElement, "refresh_token"));
    }

    private AppToken Read(WorkspaceAnswer answer, JsonDocument? document)
    {
        if (document is null || AnswerJson.Text(document.RootElement, "access_token") is not { } value)
        {
            throw AnswerFailure.NotJson(answer, "no token", "JSON with an access_token");
        }

        string scheme = AnswerJson.Text(document.RootElement, "token_type") ?? "Bearer";
        if (!scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || !HeaderText.IsToken(value))
        {
            throw AuthFailure.Of(
                $"{answer.Address} gave a token that is no bearer token",
                "Host is not a Databricks workspace.",
                "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.");
        }

        TimeSpan? lifetime = ExpiresIn(document.RootElement);
        if (lifetime is null)
        {
            logger.TokenWithoutExpiry(answer.Address);
        }

        return new AppToken(value, lifetime is { } left ? time.GetUtcNow() + left : null);
    }

    // Seconds, as a number or as a string; null: not said, so the token is good until it is refused.
    private static TimeSpan? ExpiresIn(JsonElement root)
    {
        _ = root.TryGetProperty("expires_in", out JsonElement value);
        string? text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        const double longest = 10 * 365 * 86400d;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, longest))
            : null;
    }
}
