namespace DatabricksApps;

/// <summary>Why a call to an app failed; fit to decide by it whether to call again.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>reason</term><description>was the request carried out, and is it safe to call again?</description></listheader>
/// <item><term><see cref="Unreachable"/>, <see cref="SignInFailed"/></term><description>Never sent: always safe, once the cause is gone.</description></item>
/// <item><term><see cref="SignInRequired"/>, <see cref="InvalidToken"/>, <see cref="Forbidden"/>, <see cref="NotFound"/>, <see cref="MethodNotAllowed"/>,
/// <see cref="RequestTooLarge"/>, <see cref="InvalidRequest"/>, <see cref="Redirected"/></term><description>Refused, not carried out: safe, and fails again until something is changed.</description></item>
/// <item><term><see cref="RateLimited"/></term><description>Not carried out: safe after a wait.</description></item>
/// <item><term><see cref="AppUnavailable"/></term><description>Mostly not carried out (502, 503); with 504 the app may still be at it. Safe for what may be done twice (GET, PUT, DELETE).</description></item>
/// <item><term><see cref="ConnectionLost"/>, <see cref="Timeout"/>, <see cref="AppFailed"/>, <see cref="InvalidResponse"/></term>
/// <description>May have been carried out: safe for what may be done twice only.</description></item>
/// <item><term><see cref="UnexpectedContent"/>, <see cref="InvalidJson"/>, <see cref="UnexpectedValue"/>, <see cref="ResponseTooLarge"/>,
/// <see cref="InvalidPage"/></term>
/// <description>Carried out, and the answer cannot be read: calling again gives the same.</description></item>
/// <item><term><see cref="ErrorStatus"/></term><description>What the status says.</description></item>
/// </list>
/// </remarks>
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

    /// <summary>The connection was cut before the answer was complete; the request may have been carried out.</summary>
    ConnectionLost,

    /// <summary>No connection came about: name not found, refused, TLS or proxy failure. The request was not sent.</summary>
    Unreachable,

    /// <summary>The time for the call ran out; the request may have been carried out.</summary>
    Timeout,

    /// <summary>
    /// What came back is not HTTP, or its head is beyond the client's limits (64 KB of headers); the request may have been
    /// carried out.
    /// </summary>
    InvalidResponse,

    /// <summary>
    /// The pages of a list do not go on as they should, so that items may be missing: the app gave a page twice, a cursor or
    /// link that leads back, or a link that leads elsewhere.
    /// </summary>
    InvalidPage,
}
