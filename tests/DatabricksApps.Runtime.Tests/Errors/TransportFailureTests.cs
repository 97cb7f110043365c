using System.Net;
using System.Net.Sockets;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>What the network throws, by kind, by whether an answer had begun, and by whether the time had run out.</summary>
public sealed class TransportFailureTests
{
    private static readonly TimeSpan s_time = TimeSpan.FromMilliseconds(1500);

    public static TheoryData<HttpRequestError, AppErrorReason, string> Errors => new()
    {
        { HttpRequestError.NameResolutionError, AppErrorReason.Unreachable, "the name app.example.com was not found" },
        { HttpRequestError.ConnectionError, AppErrorReason.Unreachable, "no connection to app.example.com came about" },
        { HttpRequestError.SecureConnectionError, AppErrorReason.Unreachable, "no secure connection to app.example.com came about" },
        { HttpRequestError.ProxyTunnelError, AppErrorReason.Unreachable, "the proxy opened no connection to app.example.com" },
        { HttpRequestError.VersionNegotiationError, AppErrorReason.Unreachable, "app.example.com does not speak the version of HTTP" },
        { HttpRequestError.ExtendedConnectNotSupported, AppErrorReason.Unreachable, "no connection to app.example.com came about" },
        { HttpRequestError.UserAuthenticationError, AppErrorReason.Unreachable, "the sign-in of the HttpClient's own handler failed for app.example.com" },
        { HttpRequestError.InvalidResponse, AppErrorReason.InvalidResponse, "what came back is not HTTP" },
        { HttpRequestError.ConfigurationLimitExceeded, AppErrorReason.InvalidResponse, "the answer is beyond a limit of the HttpClient: too many" },
        { HttpRequestError.ResponseEnded, AppErrorReason.ConnectionLost, "the connection was cut before an answer came" },
        { HttpRequestError.HttpProtocolError, AppErrorReason.ConnectionLost, "the connection was cut before an answer came" },
        { HttpRequestError.Unknown, AppErrorReason.ConnectionLost, "the connection was cut before an answer came" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Each_error_of_sending_is_explained(HttpRequestError error, AppErrorReason reason, string what)
    {
        HttpRequestException thrown = new(error, "too many.");

        AppException seen = Assert.IsType<AppException>(Translate(thrown));

        Assert.Equal(reason, seen.Reason);
        Assert.StartsWith("GET /api/items: " + what, seen.Message);
        Assert.Null(seen.StatusCode);
        Assert.Equal(reason != AppErrorReason.Unreachable, seen.Message.Contains("The app may have carried the request out", StringComparison.Ordinal));
        Assert.Same(error == HttpRequestError.ProxyTunnelError ? null : thrown, seen.InnerException);
    }

    [Theory]
    [InlineData(407, "the proxy answered 407 (Proxy Authentication Required) to the request for app.example.com")]
    [InlineData(403, "the proxy opened no connection to app.example.com")]
    public void A_proxy_that_wants_a_sign_in_says_so(int status, string what) => Assert.StartsWith(
        "GET /api/items: " + what, Translate(new HttpRequestException(HttpRequestError.ProxyTunnelError, null, null, (HttpStatusCode)status))!.Message);

    // An app on this machine is none that the network keeps away.
    [Theory]
    [InlineData("http://127.0.0.1:8000/api/items", "127.0.0.1:8000")]
    [InlineData("http://localhost:8000/api/items", "localhost:8000")]
    public void Nothing_that_listens_on_this_machine_is_told_as_that(string address, string shown)
    {
        AppRequest request = Calls.Get();
        request.RequestUri = new Uri(address);

        Exception seen = TransportFailure.Translate(
            new HttpRequestException(HttpRequestError.ConnectionError), request, null, null, null, CancellationToken.None)!;

        Assert.Equal(
            $"GET /api/items: no connection to {shown} came about. Likely cause: no program listens there on this machine. " +
            "Next step: Start the app, or correct the port of the base address.", seen.Message);
    }

    [Fact]
    public void A_request_without_an_address_has_no_host_to_name()
    {
        Exception seen = TransportFailure.Translate(
            new HttpRequestException(HttpRequestError.NameResolutionError), Calls.Get(), null, null, null, CancellationToken.None)!;

        Assert.StartsWith("GET /api/items: the name the app was not found", seen.Message);
    }

    [Theory]
    [InlineData(null, "before the answer was complete. ")]
    [InlineData("after 3 items", "before the answer was complete after 3 items. ")]
    public void Within_an_answer_the_connection_is_lost_whatever_the_error_and_what_was_read_is_told(string? read, string what)
    {
        using HttpResponseMessage response = new(HttpStatusCode.Accepted);
        foreach (Exception thrown in (Exception[])[
            new HttpRequestException(HttpRequestError.ConnectionError), new IOException(), new HttpIOException(HttpRequestError.ResponseEnded)])
        {
            AppException seen = Assert.IsType<AppException>(Translate(thrown, response, read: read));

            Assert.Equal((AppErrorReason.ConnectionLost, HttpStatusCode.Accepted), (seen.Reason, seen.StatusCode));
            Assert.StartsWith("GET /api/items: the connection was cut " + what, seen.Message);
            Assert.Same(thrown, seen.InnerException);
        }
    }

    [Fact]
    public void What_is_no_HTTP_is_seen_through_its_wrapping()
    {
        using HttpResponseMessage response = new();
        HttpIOException inner = new(HttpRequestError.InvalidResponse, "bad chunk");
        HttpIOException limit = new(HttpRequestError.ConfigurationLimitExceeded, "the inner limit.");

        Assert.StartsWith("GET /api/items: what came back is not HTTP", Translate(inner, response)!.Message);
        Assert.StartsWith("GET /api/items: what came back is not HTTP", Translate(new HttpRequestException("outer", inner))!.Message);
        Assert.StartsWith("GET /api/items: the answer is beyond a limit of the HttpClient: the inner limit. ", Translate(new HttpRequestException("outer", limit))!.Message);
        Assert.StartsWith("GET /api/items: the answer is beyond a limit of the HttpClient: the inner limit. ", Translate(limit, response)!.Message);
    }

    [Fact]
    public void Broken_gzip_is_that_of_an_answer_and_else_nobodys()
    {
        using HttpResponseMessage response = new();
        InvalidDataException thrown = new();

        AppException seen = Assert.IsType<AppException>(Translate(thrown, response, read: "after 3 items"));

        Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
        Assert.StartsWith("GET /api/items: the answer's gzip data is broken or ends before it is complete after 3 items. ", seen.Message);
        Assert.Same(thrown, seen.InnerException);
        Assert.Null(Translate(thrown));
    }

    [Fact]
    public void A_stream_or_a_socket_that_breaks_before_an_answer_is_a_lost_connection()
    {
        foreach (Exception thrown in (Exception[])[new IOException(), new SocketException()])
        {
            AppException seen = Assert.IsType<AppException>(Translate(thrown));

            Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
            Assert.StartsWith("GET /api/items: the connection was cut before an answer came. ", seen.Message);
            Assert.Same(thrown, seen.InnerException);
        }
    }

    [Fact]
    public void A_cancellation_is_a_timeout_if_the_time_ran_out_and_the_callers_if_the_caller_gave_up()
    {
        using CancellationTokenSource source = new();
        using HttpResponseMessage response = new(HttpStatusCode.Accepted);
        OperationCanceledException plain = new("stop");
        OperationCanceledException ofClient = new("stop", new TimeoutException());
        OperationCanceledException ofNetwork = new("stop", new HttpRequestException());

        AppException limited = Assert.IsType<AppException>(Translate(plain, response, s_time, "after 3 items", source));
        Assert.Equal((AppErrorReason.Timeout, HttpStatusCode.Accepted), (limited.Reason, limited.StatusCode));
        Assert.StartsWith("GET /api/items: no complete answer came within 1.5 seconds after 3 items. ", limited.Message);
        Assert.IsType<TimeoutException>(limited.InnerException);
        Assert.StartsWith("GET /api/items: no complete answer came within the HttpClient's timeout. ", Translate(ofClient)!.Message);
        Assert.StartsWith("GET /api/items: no complete answer came within the HttpClient's timeout. ", Translate(ofNetwork)!.Message);
        Assert.Null(Translate(plain));
        Assert.Null(Translate(new OperationCanceledException("stop", new IOException())));

        source.Cancel();
        foreach (OperationCanceledException cancelled in (OperationCanceledException[])[plain, ofClient])
        {
            OperationCanceledException seen = Assert.IsType<OperationCanceledException>(Translate(cancelled, null, s_time, null, source));
            Assert.Equal(("stop", source.Token), (seen.Message, seen.CancellationToken));
            Assert.Same(cancelled, seen.InnerException);
        }
    }

    [Fact]
    public void What_is_no_failure_of_the_network_stays_as_it_is()
    {
        using HttpResponseMessage response = new();

        Assert.Null(Translate(new InvalidOperationException()));
        Assert.Null(Translate(new InvalidOperationException(), response, s_time));
    }

    private static Exception? Translate(
        Exception exception, HttpResponseMessage? response = null, TimeSpan? timeout = null, string? read = null, CancellationTokenSource? caller = null)
    {
        AppRequest request = Calls.Get();
        request.RequestUri = new Uri("https://app.example.com/api/items");
        return TransportFailure.Translate(exception, request, response, timeout, read, caller?.Token ?? CancellationToken.None);
    }
}
