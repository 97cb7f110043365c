using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DatabricksApps.AspNetCore;

/// <summary>Reads the token of the user whose request is being handled.</summary>
internal static class UserToken
{
    public const string Header = "X-Forwarded-Access-Token";

    /// <exception cref="AppAuthenticationException">No request is being handled, or it has no token of a user.</exception>
    public static string Read(HttpContext? context)
    {
        if (context is null)
        {
            throw new AppAuthenticationException(
                "Sign-in failed: the client signs with the token of the user whose request is handled, and no request is being handled. " +
                "Likely cause: the call was made in the background, or after the request had ended. " +
                "Next step: make the call while the request is handled, or register a client that signs as the app's own service principal.");
        }

        StringValues values = context.Request.Headers[Header];
        if (values.Count != 1 || string.IsNullOrWhiteSpace(values[0]))
        {
            throw new AppAuthenticationException(
                $"Sign-in failed: the request has {(values.Count > 1 ? "several" : "no")} {Header}. " +
                "Likely cause: user authorization is not enabled for this app, the user has not consented to its scopes, or the request did not come through the Databricks Apps front door. " +
                "Next step: add the scopes that the app needs under 'User authorization' in the app's settings and restart it; on your own machine, send the header yourself.");
        }

        return values[0]!.Trim();
    }
}
