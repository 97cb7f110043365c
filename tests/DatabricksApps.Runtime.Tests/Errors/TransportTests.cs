using System.Net.Sockets;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

public class TransportTests
{
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, AppErrorReason.Unreachable, "the name app.example.com was not found")]
    [InlineData(HttpRequestError.SecureConnectionError, AppErrorReason.Unreachable, "no secure connection to app.example.com")]
    [InlineData(HttpRequestError.ProxyTunnelError, AppErrorReason.Unreachable, "the proxy opened no connection")]
    [InlineData(HttpRequestError.ConnectionError, AppErrorReason.Unreachable, "outgoing https to *.databricksapps.com")]
    [InlineData(HttpRequestError.ResponseEnded, AppErrorReason.ConnectionLost, "the connection was cut")]
    public async Task Each_failure_of_the_network_is_explained(HttpRequestError error, AppErrorReason reason, string text)
    {
        HttpRequestException cause = new(error);
        AppConnection app = new(new StubHandler(_ => throw cause).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(reason, exception.Reason);
        Assert.Contains(text, exception.Message);

        // A proxy's failure names the proxy with its password.
        Assert.Same(error == HttpRequestError.ProxyTunnelError ? null : cause, exception.InnerException);
        Assert.Null(exception.StatusCode);
    }

    [Fact]
    public async Task A_callers_cancellation_stays_one()
    {
        using CancellationTokenSource source = new();
        AppConnection app = new(new WaitingHandler(source.Cancel).Client());

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            app.SendAsync<string, StringJson>(Calls.Get(), new AppRequestOptions { Timeout = TimeSpan.FromMinutes(1) }, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_calls_time_that_runs_out_is_a_timeout()
    {
        AppConnection app = new(new WaitingHandler(() => { }).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            app.StringAsync(Calls.Get(), new AppRequestOptions { Timeout = TimeSpan.FromMilliseconds(20) }));

        Assert.Equal(AppErrorReason.Timeout, exception.Reason);
        Assert.Contains("no complete answer came within 0.02 seconds", exception.Message);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task So_is_a_failure_of_the_network_at_the_very_end_of_the_HttpClients_time()
    {
        // What HttpClient makes of an exception of its handler if its time is over when it sees it.
        TaskCanceledException thrown = new("cancelled", new HttpRequestException(HttpRequestError.ConnectionError));
        AppConnection app = new(new StubHandler(_ => throw thrown).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.Timeout, exception.Reason);
    }

    [Fact]
    public async Task A_socket_that_fails_between_the_connection_and_the_request_is_a_lost_connection()
    {
        AppConnection app = new(new StubHandler(_ => throw new SocketException((int)SocketError.NotConnected)).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
    }

    private sealed class WaitingHandler(Action onRequest) : HttpMessageHandler
    {
        public HttpClient Client() => new(this) { BaseAddress = new Uri("https://app.example.com") };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onRequest();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
