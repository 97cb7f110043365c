using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Calls take their time limits from a pool: what ends one of them ends no other.</summary>
/// <remarks>Alone, so that the second call gets the limit that the first one gave back.</remarks>
[Collection(Alone.Name)]
public sealed class DeadlineTests
{
    private static readonly AppRequestOptions s_limited = new() { Timeout = TimeSpan.FromMinutes(10) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_cancels_when_the_call_is_over_ends_nobody_elses()
    {
        using CancellationTokenSource source = new();
        HeldHandler app = new();
        AppConnection connection = new(new HttpClient(app) { BaseAddress = new Uri("https://app.example.com") });
        Task<string> first = connection.SendAsync<string, StringJson>(Calls.Get(), s_limited, source.Token);
        app.Answer();
        await first;

        Task<string> second = connection.SendAsync<string, StringJson>(Calls.Get(), s_limited, Cancellation);
        await source.CancelAsync();

        Assert.False(app.Token.IsCancellationRequested);
        app.Answer();
        Assert.Equal("x", await second);
    }

    [Fact]
    public async Task One_who_cancels_before_ends_their_own_and_leaves_the_next_alone()
    {
        using CancellationTokenSource source = new();
        HeldHandler app = new();
        AppConnection connection = new(new HttpClient(app) { BaseAddress = new Uri("https://app.example.com") });
        Task<string> first = connection.SendAsync<string, StringJson>(Calls.Get(), s_limited, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Task<string> second = connection.SendAsync<string, StringJson>(Calls.Get(), s_limited, Cancellation);

        Assert.False(app.Token.IsCancellationRequested);
        app.Answer();
        Assert.Equal("x", await second);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("file")]
    [InlineData("lines")]
    [InlineData("error")]
    public async Task A_call_that_is_over_waits_for_its_caller_no_more(string kind)
    {
        using CancellationTokenSource source = new();
        HeldHandler app = new();
        AppConnection connection = new(new HttpClient(app) { BaseAddress = new Uri("https://app.example.com") });
        Task call = kind switch
        {
            "file" => connection.SendForFileAsync(Calls.Get(), s_limited, source.Token),
            "lines" => connection.StreamLinesAsync<string, StringJson>(Calls.Get(), s_limited, source.Token).ToListAsync(Cancellation).AsTask(),
            _ => connection.SendAsync<string, StringJson>(Calls.Get(), s_limited, source.Token),
        };
        await app.Asked;
        app.Answer(kind == "error" ? System.Net.HttpStatusCode.Conflict : System.Net.HttpStatusCode.OK);
        await Record.ExceptionAsync(() => call);

        await source.CancelAsync();

        Assert.False(app.Token.IsCancellationRequested);
    }

    [Fact]
    public void One_that_is_given_back_twice_is_given_to_one_call_alone()
    {
        Deadline first = Deadline.Start(TimeSpan.FromMinutes(10), Cancellation);
        first.Dispose();
        first.Dispose();
        using Deadline second = Deadline.Start(TimeSpan.FromMinutes(10), Cancellation);
        using Deadline third = Deadline.Start(TimeSpan.FromMinutes(10), Cancellation);

        Assert.NotEqual(second.Token, third.Token);
    }

    [Fact]
    public async Task A_time_that_a_caller_ends_did_not_run_out()
    {
        using CancellationTokenSource source = new();
        using Deadline deadline = Deadline.Start(TimeSpan.FromMinutes(10), source.Token);
        using Deadline endless = Deadline.Start(Timeout.InfiniteTimeSpan, source.Token);
        Assert.Equal((TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan), (deadline.Limit, endless.Limit));
        Assert.Null(deadline.Expired);

        await source.CancelAsync();

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.Null(deadline.Expired);
        Assert.Equal(source.Token, endless.Token);
        Assert.Null(endless.Expired);
    }

    /// <summary>Answers a request when the test says so.</summary>
    private sealed class HeldHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new();
        private TaskCompletionSource<HttpResponseMessage> _answer = new();

        public CancellationToken Token { get; private set; }

        public Task Asked => _asked.Task;

        public void Answer(System.Net.HttpStatusCode status = System.Net.HttpStatusCode.OK) =>
            _answer.SetResult(new HttpResponseMessage(status) { Content = new StringContent("\"x\"") });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            _answer = new();
            _asked.TrySetResult();
            return _answer.Task.WaitAsync(cancellationToken);
        }
    }
}
