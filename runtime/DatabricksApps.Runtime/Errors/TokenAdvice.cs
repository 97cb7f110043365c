using System.Globalization;
using DatabricksApps.Auth;
using DatabricksApps.Generated;

namespace DatabricksApps.Errors;

/// <summary>What a refused token itself tells of the reason.</summary>
internal static class TokenAdvice
{
    private static readonly TimeSpan s_clocksAgree = TimeSpan.FromMinutes(2);

    /// <summary>Explains a refusal; null: the token looks good.</summary>
    /// <param name="request">The request with the token that was sent.</param>
    /// <param name="response">The refusal.</param>
    /// <param name="reason">Why the call failed.</param>
    /// <param name="what">What happened.</param>
    public static Explanation? Explain(AppRequest request, HttpResponseMessage response, AppErrorReason reason, string what)
    {
        if (request.SentToken is not { Length: > 0 } token || JwtClaims.Read(token) is not { } claims)
        {
            return null;
        }

        DateTimeOffset machine = request.Advice.Time.GetUtcNow();
        DateTimeOffset now = response.Headers.Date ?? machine;
        if (claims.ExpiresOn is { } end && end <= now)
        {
            string clock = (machine - now).Duration() > s_clocksAgree
                ? string.Create(CultureInfo.InvariantCulture, $", and this machine's clock differs from the app's by {(machine - now).Duration().TotalMinutes:0} minutes")
                : "";
            return new(reason, what,
                string.Create(CultureInfo.InvariantCulture, $"the token expired on {end.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}{clock}."),
                $"Get a new token: {request.Advice.Login}, or the service principal's client id and secret.");
        }

        IReadOnlyList<string> missing = JwtClaims.MissingScopes(token, request.Advice.WantedScopes);
        return missing.Count == 0 ? null : new(reason, what,
            $"the token lacks the scopes {string.Join(", ", missing)}, which {(request.Advice.AppScopes.Count > 0 ? "the app asks its users for" : "the client asks for")}.",
            $"Sign in with them: {request.Advice.Login}; a service principal asks for them by Scopes.");
    }
}
