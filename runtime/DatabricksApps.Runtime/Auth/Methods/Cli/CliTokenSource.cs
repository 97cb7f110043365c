using System.Text;
using System.Text.Json;
using DatabricksApps.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Runs <c>databricks auth token</c> and reads the token that it prints.</summary>
/// <remarks>
/// The CLI keeps tokens itself, and renews them in their last five minutes. To make it renew one before
/// (<c>--force-refresh</c>) can fail where another process does the same, and may end the sign-in of both: it is done where
/// the app refused the token that the CLI has, and only then.
/// </remarks>
internal sealed class CliTokenSource(
    CliProcess process, IReadOnlyList<string> arguments, bool takesForceRefresh, string login, AuthSettings settings, TimeProvider time, ILogger logger)
    : ITokenSource
{
    // A token that has ended as soon as it is there tells of a clock that is wrong, here or where it was made. The app will
    // say whether it has.
    private static readonly TimeSpan s_least = TimeSpan.FromMinutes(1);

    private string? _refused;
    private string? _given;

    private string Command => CommandOf(arguments);

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        string? refused = Volatile.Read(ref _refused);
        AppToken token = refused is not null && takesForceRefresh
            ? await RenewAsync(refused, cancellationToken).ConfigureAwait(false)
            : await RunAsync(arguments, cancellationToken).ConfigureAwait(false);
        _given = token.Value;
        CheckScopes(token);
        Interlocked.CompareExchange(ref _refused, null, refused);
        logger.TokenReceived(token.ExpiresOn);
        return token;
    }

    public void Invalidate(AppToken refused) => Volatile.Write(ref _refused, refused.Value);

    // Where it fails another process may have renewed it, so that the CLI has another one.
    private async ValueTask<AppToken> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        string[] renewing = [.. arguments, "--force-refresh"];
        CliResult result = await process.RunAsync(renewing, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode == 0)
        {
            return Read(result.Output);
        }

        AppToken? kept = null;
        try
        {
            kept = await RunAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (AppAuthenticationException)
        {
            // The first failure says why.
        }

        return kept is not null && kept.Value != refused ? kept : throw CliFailure.Of(result, CommandOf(renewing), login, Tokens());
    }

    private async ValueTask<AppToken> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        CliResult result = await process.RunAsync(command, cancellationToken).ConfigureAwait(false);
        if (CliFailure.IsRace(result))
        {
            result = await process.RunAsync(command, cancellationToken).ConfigureAwait(false);
        }

        return result.ExitCode == 0 ? Read(result.Output) : throw CliFailure.Of(result, CommandOf(command), login, Tokens());
    }

    private IEnumerable<string> Tokens() => new[] { _refused, _given }.OfType<string>();

    private static string CommandOf(IReadOnlyList<string> command) => "databricks " + string.Join(' ', command);

    private AppToken Read(string output)
    {
        using JsonDocument? document = AnswerJson.Parse(Encoding.UTF8.GetBytes(output));
        if (document is null || AnswerJson.Text(document.RootElement, "access_token") is not { } value || !HeaderText.IsToken(value))
        {
            throw CliFailure.Garbage(Command, "cannot parse CLI response: it is not JSON with an access_token");
        }

        if (!document.RootElement.TryGetProperty("expiry", out JsonElement expiry) || expiry.ValueKind == JsonValueKind.Null)
        {
            logger.TokenWithoutExpiry(Command);
            return new AppToken(value);
        }

        if (expiry.ValueKind != JsonValueKind.String || !CliExpiry.TryParse(expiry.GetString()!, out DateTimeOffset expiresOn))
        {
            throw CliFailure.Garbage(Command, "cannot parse token expiry");
        }

        if (CliExpiry.IsNone(expiresOn))
        {
            logger.TokenWithoutExpiry(Command);
            return new AppToken(value);
        }

        DateTimeOffset now = time.GetUtcNow();
        return new AppToken(value, expiresOn > now ? expiresOn : now + s_least);
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
