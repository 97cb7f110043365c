using System.Text;
using System.Text.Json;
using DatabricksApps.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Runs <c>databricks auth token</c> and reads the token that it prints.</summary>
internal sealed class CliTokenSource(
    CliProcess process, IReadOnlyList<string> arguments, string login, AuthSettings settings, ILogger logger)
    : ITokenSource
{
    private string Command => "databricks " + string.Join(' ', arguments);

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        CliResult result = await process.RunAsync(arguments, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw CliFailure.Of(result, Command, login);
        }

        AppToken token = Read(result.Output);
        CheckScopes(token);
        logger.TokenReceived(token.ExpiresOn);
        return token;
    }

    private AppToken Read(string output)
    {
        using JsonDocument? document = AnswerJson.Parse(Encoding.UTF8.GetBytes(output));
        if (document is null || AnswerJson.Text(document.RootElement, "access_token") is not { } value || !HeaderText.IsToken(value))
        {
            throw CliFailure.Garbage(Command, "cannot parse CLI response: it is not JSON with an access_token");
        }

        // Every CLI prints an expiry; "" is one that it does not know itself.
        if (!document.RootElement.TryGetProperty("expiry", out JsonElement expiry))
        {
            logger.TokenWithoutExpiry(Command);
            return new AppToken(value);
        }

        return expiry.ValueKind == JsonValueKind.String && CliExpiry.TryParse(expiry.GetString()!, out DateTimeOffset expiresOn)
            ? new AppToken(value, expiresOn)
            : throw CliFailure.Garbage(Command, "cannot parse token expiry");
    }

    // The CLI takes no scopes: a token has those of the last login, which may have asked for fewer or for others.
    private void CheckScopes(AppToken token)
    {
        if (settings.SourceOf(AuthAttribute.Scopes) is not null && JwtClaims.MissingScopes(token.Value, settings.Scopes) is { Count: > 0 } missing)
        {
            throw AuthFailure.Of(
                $"the scopes of the Databricks CLI's token do not match the configured scopes: it lacks {string.Join(", ", missing)}",
                "the user signed in without them.",
                $"Run: {login} --scopes {string.Join(',', settings.Scopes)}");
        }
    }
}
