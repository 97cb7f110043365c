using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DatabricksApps.Generated;

namespace DatabricksApps.Errors;

/// <summary>Turns what the network throws into the exception that the caller sees.</summary>
internal static class TransportFailure
{
    private const string MayBeDone =
        "The app may have carried the request out: call again if doing it twice does no harm, else look first.";

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
            // HttpClient cancels also what fails just when its time is over.
            case OperationCanceledException when timeout is not null || exception.InnerException is TimeoutException or HttpRequestException:
                return Failure.Of(request, response, TimedOut(request, timeout, where), cause: new TimeoutException());
            case InvalidDataException when response is not null:
                return Failure.Of(request, response, Unpackable(where), cause: exception);
            case HttpRequestException or IOException when response is not null:
                return Failure.Of(request, response, IsNoHttp(exception) ? NoHttp(exception) : Cut("the answer was complete" + where), cause: exception);
            case HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } failed:
                // The text of a proxy's failure holds the proxy's address, and that may hold its password.
                return Failure.Of(request, null, Unreachable(request, failed), cause: null);
            case HttpRequestException failed:
                return Failure.Of(
                    request, null, WasSent(failed) ? IsNoHttp(failed) ? NoHttp(failed) : Cut("an answer came") : Unreachable(request, failed), cause: exception);
            case IOException or SocketException:
                return Failure.Of(request, null, Cut("an answer came"), cause: exception);
            default:
                return null;
        }
    }

    /// <summary>
    /// Tells whether the app may have got the request: whether a connection had come about. What names no failure of
    /// connecting came after it, or comes from a handler that does not say: then the worse is assumed.
    /// </summary>
    private static bool WasSent(HttpRequestException exception) => exception.HttpRequestError is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError
        or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.UserAuthenticationError);

    private static bool IsNoHttp(Exception exception) => KindOf(exception) is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded;

    private static HttpRequestError KindOf(Exception? exception) => exception switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failed => failed.HttpRequestError,
        HttpIOException failed => failed.HttpRequestError,
        HttpRequestException { InnerException: HttpIOException inner } => inner.HttpRequestError,
        _ => HttpRequestError.Unknown,
    };

    private static Explanation TimedOut(AppRequest request, TimeSpan? timeout, string where)
    {
        string limit = timeout is { } time
            ? string.Create(CultureInfo.InvariantCulture, $" within {time.TotalSeconds:0.###} seconds")
            : " within the HttpClient's timeout";
        return request.Lacks is { } lacks ? new(
            AppErrorReason.SignInFailed,
            $"{lacks}{limit}",
            "the workspace or what gives the token is slow, or waits for a person; the app was sent nothing.",
            "Call again. If it stays so, allow more time (AppRequestOptions.Timeout) and look at the log of DatabricksApps.Auth.")
        : new(
            AppErrorReason.Timeout,
            $"no complete answer came{limit}{where}",
            "the app is slow or starting; the front door itself gives up after about 120 seconds.",
            $"{MayBeDone} Allow more time (AppRequestOptions.Timeout); long work belongs in a job that is polled.");
    }

    private static Explanation Cut(string before) => new(
        AppErrorReason.ConnectionLost,
        $"the connection was cut before {before}",
        "the app stopped or failed while it answered, it did not want the whole of a large body, or the front door cut a long answer (requests after about 120 seconds, streams after about 300).",
        $"{MayBeDone} Continue a stream after its last item.");

    private static Explanation Unpackable(string where) => new(
        AppErrorReason.ConnectionLost,
        $"the answer's gzip data is broken or ends before it is complete{where}",
        "the app or a proxy stopped in the middle of the answer, or packs it wrongly.",
        $"{MayBeDone} If it stays so, ask for the answer unpacked: Headers[\"Accept-Encoding\"] = \"identity\" in the call's options.");

    private static Explanation NoHttp(Exception exception) => KindOf(exception) == HttpRequestError.ConfigurationLimitExceeded
        ? new(
            AppErrorReason.InvalidResponse,
            // The words are .NET's own and name the limit: mostly that of the headers, which interim answers count to.
            $"the answer is beyond a limit of the HttpClient: {LimitOf(exception)}",
            "the app or a proxy sends more, or longer, headers than is usual, or does not come to its answer.",
            $"{MayBeDone} Raise the limit on the HttpClient's handler, if that is what the app means to send.")
        : new(
            AppErrorReason.InvalidResponse,
            "what came back is not HTTP",
            "another program than the app listens at the address, or a proxy in between broke the answer.",
            $"{MayBeDone} Compare the base address with the app's URL.");

    private static string LimitOf(Exception exception) => (exception.InnerException is HttpIOException inner ? inner : exception).Message.TrimEnd('.');

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
            HttpRequestError.UserAuthenticationError => new(AppErrorReason.Unreachable,
                $"the sign-in of the HttpClient's own handler failed for {host}",
                "the credentials of the handler are not those that the server or the proxy wants.",
                "Check the Credentials of the HttpClient's handler."),
            HttpRequestError.VersionNegotiationError => new(AppErrorReason.Unreachable,
                $"{host} does not speak the version of HTTP that the HttpClient demands",
                "DefaultVersionPolicy allows no other version.",
                "Allow lower versions: HttpVersionPolicy.RequestVersionOrLower."),
            _ when request.RequestUri is { IsLoopback: true } here => new(AppErrorReason.Unreachable,
                $"no connection to {here.Authority} came about",
                "no program listens there on this machine.",
                "Start the app, or correct the port of the base address."),
            _ => new(AppErrorReason.Unreachable,
                $"no connection to {host} came about",
                "the network allows no outgoing connection to the host, or the app's address is wrong.",
                "Check that outgoing https to *.databricksapps.com is allowed, and compare the base address with the app's URL."),
        };
    }
}
