using System.Text;
using System.Text.Json;
using DatabricksApps.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Runs <c>databricks auth token</c> and reads the token that it prints.</summary>
internal sealed class CliTokenSource(
    CliProcess process, IReadOnlyList<string> arguments, bool withoutProfile, string login, IReadOnlyList<string> scopes, ILogger logger)
    : ITokenSource
{
    private string Command => "databricks " + string.Join(' ', arguments);

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        CliResult result = await process.RunAsync(arguments, withoutProfile, cancellationToken).ConfigureAwait(false);
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

        if (AnswerJson.Text(document.RootElement, "expiry") is not { } expiry)
        {
            logger.TokenWithoutExpiry(Command);
            return new AppToken(value);
        }

        return CliExpiry.TryParse(expiry, out DateTimeOffset expiresOn)
            ? new AppToken(value, expiresOn)
            : throw CliFailure.Garbage(Command, "cannot parse token expiry");
    }

    // The CLI takes no scopes: a token has those of the last login.
    private void CheckScopes(AppToken token)
    {
        if (JwtScopes.Missing(token.Value, scopes) is { Count: > 0 } missing)
        {
            throw AuthFailure.Of(
                $"the token of the Databricks CLI lacks the scopes {string.Join(", ", missing)}",
                "the user signed in without them.",
                $"Run: {login} --scopes {string.Join(',', scopes)}");
        }
    }
}
