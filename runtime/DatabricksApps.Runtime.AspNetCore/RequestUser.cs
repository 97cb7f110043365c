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

    private readonly object _gate = new();
    private StringValues _tokens;
    private HttpContext? _context;
    private bool _hasEnded;

    private RequestUser(HttpContext context)
    {
        _tokens = context.Request.Headers[Header];

        // On a developer's machine a middleware may bring the header later; the front door of Databricks Apps never does.
        _context = _tokens.Count == 0 ? context : null;
    }

    /// <summary>Gets the user of the request that the calling code belongs to, which may have ended; null: it belongs to none.</summary>
    public static RequestUser? Current => s_current.Value;

    /// <summary>Takes the user of a request that begins; what the caller runs from now on belongs to the request.</summary>
    public static RequestUser Begin(HttpContext context) => s_current.Value = new RequestUser(context);

    /// <summary>Forgets the token: what the request has left behind does not sign as its user any more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _tokens = default;
            _context = null;
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

            // The end waits for the lock, so this is still the request's own context.
            tokens = _context is null ? _tokens : _context.Request.Headers[Header];
        }

        return tokens.Count == 1 && tokens[0] is { } token && !string.IsNullOrWhiteSpace(token)
            ? token.Trim()
            : throw UserTokenFailure.NoToken(tokens.Count);
    }
}
