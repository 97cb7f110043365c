using DatabricksApps.Generated;

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

    /// <summary>Answers a request when the test says so.</summary>
    private sealed class HeldHandler : HttpMessageHandler
    {
        private TaskCompletionSource<HttpResponseMessage> _answer = new();

        public CancellationToken Token { get; private set; }

        public void Answer() => _answer.SetResult(new HttpResponseMessage { Content = new StringContent("\"x\"") });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            _answer = new();
            return _answer.Task.WaitAsync(cancellationToken);
        }
    }
}
