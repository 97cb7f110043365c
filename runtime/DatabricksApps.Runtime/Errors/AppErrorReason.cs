namespace DatabricksApps;

/// <summary>Why a call to an app failed.</summary>
public enum AppErrorReason
{
    /// <summary>The app answered an error status that no other reason names.</summary>
    ErrorStatus,

    /// <summary>The front door wants a sign-in: it got no token, or one that it does not take (401, or a redirect to the login page).</summary>
    SignInRequired,

    /// <summary>No token could be had, so that nothing was sent to the app.</summary>
    SignInFailed,

    /// <summary>The front door refused the token: expired, or issued for another workspace (403, <c>Invalid Token</c>).</summary>
    InvalidToken,

    /// <summary>The token is good, but its owner may not use the app, or the token lacks scopes (403).</summary>
    Forbidden,

    /// <summary>There is no such app, route or thing (404).</summary>
    NotFound,

    /// <summary>The route does not take the method (405).</summary>
    MethodNotAllowed,

    /// <summary>What was sent is larger than the app or the front door takes (413).</summary>
    RequestTooLarge,

    /// <summary>The app refused the values that were sent (422).</summary>
    InvalidRequest,

    /// <summary>Too many requests (429), or the queue of a Gradio app is full (503).</summary>
    RateLimited,

    /// <summary>The app failed (5xx).</summary>
    AppFailed,

    /// <summary>The app is not running, starting, or not reachable from the front door (502, 503, 504).</summary>
    AppUnavailable,

    /// <summary>The answer redirects somewhere that is not a login page (3xx).</summary>
    Redirected,

    /// <summary>The answer is not of the promised kind, such as an HTML page where JSON was promised.</summary>
    UnexpectedContent,

    /// <summary>The answer is not complete, valid JSON.</summary>
    InvalidJson,

    /// <summary>The answer is JSON but does not fit the document: a member is missing or has another type.</summary>
    UnexpectedValue,

    /// <summary>The answer is larger than <see cref="DatabricksAppOptions.MaxResponseBytes"/>.</summary>
    ResponseTooLarge,

    /// <summary>The connection was cut before the answer was complete.</summary>
    ConnectionLost,

    /// <summary>No connection came about: name not found, refused, TLS or proxy failure.</summary>
    Unreachable,

    /// <summary>The time for the call ran out.</summary>
    Timeout,
}
