using DatabricksApps.Gradio.Tests.DemoApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Sign-in, full queues, large files, cancellation, streams that are cut.</summary>
public sealed class LimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gradios_own_sign_in_is_a_cookie_of_the_HttpClient()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--auth ada:lovelace");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppException unknown = await Assert.ThrowsAsync<AppException>(() => demo.GreetAsync("Ada", cancellationToken: Cancellation));
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["username"] = "ada", ["password"] = "lovelace" });
        using HttpResponseMessage login = await http.PostAsync("login", form, Cancellation);

        Assert.Equal(AppErrorReason.SignInRequired, unknown.Reason);
        Assert.Equal("Hello, Ada!", await demo.GreetAsync("Ada", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_full_queue_is_told_as_such()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--max-queue 1 --step-ms 100");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        Task<string?>[] calls = [.. Enumerable.Range(0, 5).Select(_ => demo.CountAsync("t", 3, cancellationToken: Cancellation))];
        AppException full = await Assert.ThrowsAsync<AppException>(() => Task.WhenAll(calls));

        Assert.Equal((AppErrorReason.RateLimited, System.Net.HttpStatusCode.ServiceUnavailable), (full.Reason, full.StatusCode));
        Assert.Contains("Queue is full", full.Message);
        Assert.Equal("t0 t1 t2", await calls.First(call => call.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_as_such()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--max-file 10");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppException large = await Assert.ThrowsAsync<AppException>(
            () => demo.ShoutFileAsync(AppFile.FromBytes(new byte[100], "large.txt"), cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.RequestTooLarge, large.Reason);
    }

    [Fact]
    public async Task Cancelling_and_leaving_a_loop_cancel_on_the_server()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--step-ms 20");
        CancelWatch watch = new();
        using HttpClient http = app.CreateClient(watch);
        using DemoClient demo = new(http);
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await foreach (string? count in demo.CountStreamAsync("a", 10, cancellationToken: Cancellation))
        {
            break;
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => demo.CountAsync(
            "b", 10, new AppRequestOptions { OnGradioStatus = status => { if (status.Stage == GradioStage.Started) { cancel.Cancel(); } } }, cancel.Token));

        // In the background: nobody who leaves waits for it.
        await watch.CancelledAsync(2);
        Assert.Equal("c0", await demo.CountAsync("c", 1, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_stream_that_breaks_at_its_start_is_opened_once_more()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        using HttpClient http = app.CreateClient(new BrokenStreams { Breaks = 1 });
        using DemoClient demo = new(http);

        Assert.Equal("Hello, Ada!", await demo.GreetAsync("Ada", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_stream_that_breaks_again_is_a_lost_connection()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        using HttpClient http = app.CreateClient(new BrokenStreams { Breaks = 2 });
        using DemoClient demo = new(http);

        AppException lost = await Assert.ThrowsAsync<AppException>(() => demo.GreetAsync("Ada", cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Equal("Hello, Ada!", await demo.GreetAsync("Ada", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Bare_words_of_Python_and_heartbeats_do_no_harm()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras --heartbeat 0.02 --step-ms 60");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        Assert.Equal("t0 t1 t2", await demo.CountAsync("t", 3, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task An_endpoint_that_the_app_lost_is_told_with_those_that_it_has()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppException gone = await Assert.ThrowsAsync<AppException>(() => demo.ChatAsync("a", cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.NotFound, gone.Reason);
        Assert.Contains("'/chat'; it has /greet, /scale, /shout_file, /count, /fail", gone.Message);
    }

    private sealed class CancelWatch : DelegatingHandler
    {
        private readonly SemaphoreSlim _cancelled = new(0);

        public async Task CancelledAsync(int count)
        {
            for (int i = 0; i < count; i++)
            {
                await _cancelled.WaitAsync(Cancellation);
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.EndsWith("/cancel", StringComparison.Ordinal))
            {
                _cancelled.Release();
            }

            return response;
        }
    }

    /// <summary>Cuts the first streams before their first byte.</summary>
    private sealed class BrokenStreams : DelegatingHandler
    {
        public int Breaks { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isStream = request.RequestUri!.AbsolutePath.EndsWith("/queue/data", StringComparison.Ordinal);
            return isStream && Breaks-- > 0
                ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut")
                : base.SendAsync(request, cancellationToken);
        }
    }
}
