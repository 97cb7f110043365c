using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DatabricksApps.AspNetCore;

/// <summary>
/// The user of one request, for as long as the request is handled. Servers use the objects of a request anew for the
/// next one, so nothing of them is read after the request's end, nor while it may be ending: the token is taken when the
/// request begins, and flows with the calls that the request makes.
/// </summary>
internal sealed class RequestUser
{
    public const string Header = "X-Forwarded-Access-Token";

    private static readonly AsyncLocal<RequestUser?> s_current = new();

    // Only the objects themselves count: what they hold may be the next request's.
    private static readonly ConditionalWeakTable<HttpContext, object> s_begun = [];

    private readonly object _gate = new();
    private StringValues _tokens;
    private bool _hasEnded;

    private RequestUser(HttpContext context)
    {
        // What a middleware adds later did not come in with the request: nobody knows whose it is.
        _tokens = context.Request.Headers[Header];
        s_begun.GetValue(context, static _ => "");
    }

    /// <summary>Gets the user of the request that the calling code belongs to, which may have ended; null: it belongs to none.</summary>
    public static RequestUser? Current => s_current.Value;

    /// <summary>Takes the user of a request that begins; what the caller runs from now on belongs to the request.</summary>
    public static RequestUser Begin(HttpContext context) => s_current.Value = new RequestUser(context);

    /// <summary>Tells whether a context is one of those whose requests begin in the pipeline of this host.</summary>
    public static bool HasBegun(HttpContext context) => s_begun.TryGetValue(context, out _);

    /// <summary>Forgets the token: what the request has left behind does not sign as its user any more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _tokens = default;
        }
    }

    /// <summary>Gets the token.</summary>
    /// <exception cref="AppAuthenticationException">The request has ended, or has no token of a user.</exception>
    public string Token()
    {
        StringValues tokens;
        lock (_gate)
        {
            if (_hasEnded)
            {
                throw UserTokenFailure.Ended();
            }

            tokens = _tokens;
        }

        return tokens.Count == 1 && tokens[0] is { } token && !string.IsNullOrWhiteSpace(token)
            ? token.Trim()
            : throw UserTokenFailure.NoToken(tokens.Count);
    }
}
