using System.Globalization;
using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.Errors;

/// <summary>Turns what the network throws into the exception that the caller sees.</summary>
internal static class TransportFailure
{
    /// <summary>Translates an exception of sending or reading.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer; null if it had not begun.</param>
    /// <param name="timeout">The time for the call, if it ran out.</param>
    /// <param name="read">What was read before, such as <c>after 3 items</c>; null: nothing to say.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>What to throw; null: the exception as it is.</returns>
    public static Exception? Translate(
        Exception exception, AppRequest request, HttpResponseMessage? response, TimeSpan? timeout, string? read,
        CancellationToken cancellationToken)
    {
        string where = read is null ? "" : " " + read;
        switch (exception)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                return new OperationCanceledException(exception.Message, exception, cancellationToken);
            case OperationCanceledException when timeout is not null || exception.InnerException is TimeoutException:
                return Failure.Of(request, response, TimedOut(timeout, where), cause: new TimeoutException());
            case HttpRequestException or IOException or InvalidDataException when response is not null:
                return Failure.Of(request, response, Cut(where), cause: exception);
            case HttpRequestException failed:
                // The text of a proxy's failure holds the proxy's address, and that may hold its password.
                return Failure.Of(
                    request, null, Unreachable(request, failed), cause: failed.HttpRequestError == HttpRequestError.ProxyTunnelError ? null : exception);
            default:
                return null;
        }
    }

    private static Explanation TimedOut(TimeSpan? timeout, string where)
    {
        string limit = timeout is { } time
            ? string.Create(CultureInfo.InvariantCulture, $" within {time.TotalSeconds:0.###} seconds")
            : " within the HttpClient's timeout";
        return new(
            AppErrorReason.Timeout,
            $"no complete answer came{limit}{where}",
            "the app is slow or starting; the front door itself gives up after about 120 seconds.",
            "Call again, or allow more time (AppRequestOptions.Timeout); long work belongs in a job that is polled.");
    }

    private static Explanation Cut(string where) => new(
        AppErrorReason.ConnectionLost,
        $"the connection was cut before the answer was complete{where}",
        "the app stopped or failed while it answered, or the front door cut a long answer (requests after about 120 seconds, streams after about 300).",
        "Call again; for a stream, continue after the last item.");

    private static Explanation Unreachable(AppRequest request, HttpRequestException exception)
    {
        string host = request.RequestUri?.IdnHost ?? "the app";
        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(AppErrorReason.Unreachable,
                $"the name {host} was not found",
                "the base address is wrong, the app was deleted, or the network resolves no such names.",
                $"Compare the base address with the app's URL (databricks apps get {request.Advice.App})."),
            HttpRequestError.SecureConnectionError => new(AppErrorReason.Unreachable,
                $"no secure connection to {host} came about",
                "a proxy or the network breaks TLS open, or its certificate is not trusted.",
                "Trust the proxy's certificate authority, or exempt the host from inspection."),
            HttpRequestError.ProxyTunnelError when exception.StatusCode == HttpStatusCode.ProxyAuthenticationRequired => new(AppErrorReason.Unreachable,
                $"the proxy answered 407 (Proxy Authentication Required) to the request for {host}",
                "the network's proxy wants to know who calls.",
                $"Give the proxy's credentials in HTTPS_PROXY, or add {host} to NO_PROXY."),
            HttpRequestError.ProxyTunnelError => new(AppErrorReason.Unreachable,
                $"the proxy opened no connection to {host}",
                "the proxy refuses the host, or is not reachable.",
                "Check HTTPS_PROXY and NO_PROXY, and allow *.databricksapps.com."),
            HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse => Cut(""),
            _ => new(AppErrorReason.Unreachable,
                $"no connection to {host} came about",
                "the network allows no outgoing connection to the host, or the app's address is wrong.",
                "Check that outgoing https to *.databricksapps.com is allowed, and compare the base address with the app's URL."),
        };
    }
}
