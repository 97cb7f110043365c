using System.Net;
using System.Net.Http.Headers;
using DatabricksApps.Signing;

namespace DatabricksApps.Resilience;

/// <summary>Tells what may be sent again: a request that does no harm twice, after a failure that another try may mend.</summary>
internal static class Repetition
{
    // The field of the draft that most APIs follow (draft-ietf-httpapi-idempotency-key-header).
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Tells whether a request may be sent again after an answer.</summary>
    public static bool MayFollow(HttpRequestMessage request, HttpResponseMessage response, TimeSpan longest, DateTimeOffset now) =>
        IsIdempotent(request) && Replay.IsPossible(request.Content) && IsPassing(response.StatusCode)
        && (DelayOf(response, now) is not { } asked || asked <= longest);

    /// <summary>Tells whether a request may be sent again after no answer came.</summary>
    /// <remarks>What was never sent can be repeated whatever it does.</remarks>
    public static bool MayFollow(HttpRequestMessage request, Exception exception) =>
        exception is HttpRequestException failure && Replay.IsPossible(request.Content)
        && (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            || (IsIdempotent(request) && (failure.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError)));

    /// <summary>Gets how long the app asks to wait; null: it does not.</summary>
    public static TimeSpan? DelayOf(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    // RFC 9110, 9.2.2.
    private static bool IsIdempotent(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options || request.Method == HttpMethod.Trace
        || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete || request.Headers.Contains(IdempotencyKey);

    // What says nothing of the request: the app starts, is busy, or failed.
    private static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
