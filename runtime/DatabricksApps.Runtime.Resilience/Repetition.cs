using System.Net;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Resilience;

/// <summary>Tells what may be sent again: a request that does no harm twice, after a failure that another try may mend.</summary>
internal static class Repetition
{
    // The field of the draft that most APIs follow (draft-ietf-httpapi-idempotency-key-header).
    private const string IdempotencyKey = "Idempotency-Key";

    private static readonly HashSet<string> s_idempotent = new(StringComparer.Ordinal) { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY" };

    /// <summary>Tells whether a request does no harm twice, by its method or its sender's word.</summary>
    /// <remarks>RFC 9110, 9.2.2; QUERY is safe by its own definition (draft-ietf-httpbis-safe-method-w-body).</remarks>
    public static bool IsIdempotent(HttpRequestMessage request) =>
        s_idempotent.Contains(request.Method.Method)
        || (request.Headers.TryGetValues(IdempotencyKey, out IEnumerable<string>? keys) && keys.Any(key => !string.IsNullOrWhiteSpace(key)));

    /// <summary>Tells whether a request may be sent again after an answer.</summary>
    public static bool MayFollow(HttpRequestMessage request, HttpResponseMessage response, TimeSpan longest, DateTimeOffset now) =>
        FirstState.Of(request) is { IsIdempotent: true } && Replay.IsPossible(request.Content) && IsPassing(response.StatusCode)
        && (RetryAfter.Of(response.Headers, now) is not { } asked || asked <= longest);

    /// <summary>Tells whether a request may be sent again after no answer came.</summary>
    /// <remarks>What was never sent can be repeated whatever it does. What the caller's own code threw, such as its token provider, is no failure of the way.</remarks>
    public static bool MayFollow(HttpRequestMessage request, Exception exception) =>
        exception is HttpRequestException failure && Replay.IsPossible(request.Content) && request is not AppRequest { CallersFault: not null }
        && FirstState.Of(request) is { } first
        && (first.IsIdempotent ? IsUnconnected(failure) || IsBroken(failure) : IsUnconnected(failure) && WasNotSent(request, first));

    private static bool IsUnconnected(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;

    // A handler of the user may follow a redirect: then the app has answered, and it is another host that is not there.
    private static bool WasNotSent(HttpRequestMessage request, FirstState first) => request.RequestUri == first.Address && !Replay.WasRead(request.Content);

    // A connection that is reset has no name of its own.
    private static bool IsBroken(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError
        || failure is { HttpRequestError: HttpRequestError.Unknown, StatusCode: null, InnerException: IOException };

    // What says nothing of the request: the app starts, is busy, or failed.
    private static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
