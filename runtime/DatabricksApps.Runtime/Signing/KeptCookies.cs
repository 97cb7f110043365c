using DatabricksApps.Errors;

namespace DatabricksApps.Signing;

/// <summary>
/// Looks whether the handler that sends keeps cookies. What an app sets for one user would go with the next one's call, and
/// many apps know a user by a cookie. The clients' own handlers keep none; a handler of the user's does by default.
/// </summary>
internal static class KeptCookies
{
    /// <summary>Throws if calls of several users would share cookies.</summary>
    /// <param name="handler">The pipeline that sends.</param>
    /// <exception cref="AppException">They would; nothing was sent.</exception>
    public static void Check(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler delegating)
        {
            handler = delegating.InnerHandler;
        }

        if (handler is SocketsHttpHandler { UseCookies: true } or HttpClientHandler { UseCookies: true })
        {
            throw new AppException(
                FailureText.Of(
                    "Nothing was sent: each call may be another user's (TokenProvider, FederatedUserTokenProvider), and the primary handler of this HttpClient keeps " +
                    "cookies, so that what the app sets for one user would be sent for the next",
                    null,
                    "set UseCookies of the handler to false, or leave the primary handler to the client."),
                AppErrorReason.SignInFailed);
        }
    }
}
