using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Http;

namespace DatabricksApps.Tests.Polling;

/// <summary>Work that goes on is asked for until it ends, at times that its answers may say.</summary>
public class PollTests
{
    [Fact]
    public async Task It_is_asked_for_less_and_less_often_until_it_ends()
    {
        Work work = new("queued", "running", "running", "running", "done");
        List<string> seen = [];

        string end = await work.UntilAsync(progress: new Listed(seen));

        Assert.Equal("done", end);
        Assert.Equal([0, 1, 2.5, 4.75, 8.125], work.Times);
        Assert.Equal(["queued", "running", "running", "running", "done"], seen);
    }

    [Fact]
    public async Task Work_that_has_ended_is_asked_for_once()
    {
        Work work = new("done");

        Assert.Equal("done", await work.UntilAsync());
        Assert.Equal([0], work.Times);
    }

    [Fact]
    public async Task An_answer_may_say_when_to_ask_again_up_to_the_longest_interval()
    {
        Work work = new("running", "running", "running", "running", "done")
        {
            After =
            {
                [0] = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)),
                [1] = new RetryConditionHeaderValue(LeapingTime.Start + TimeSpan.FromSeconds(20)),
                [2] = new RetryConditionHeaderValue(TimeSpan.FromDays(1)),
                [3] = new RetryConditionHeaderValue(LeapingTime.Start - TimeSpan.FromHours(1)),
            },
        };

        await work.UntilAsync();

        Assert.Equal([0, 7, 20, 50], work.Times.Take(4));
        Assert.Equal(50 + 1.5 * 1.5 * 1.5, work.Times[4]);
    }

    [Fact]
    public async Task Work_that_never_ends_is_left_after_the_limit()
    {
        Work work = new("running");

        AppException failure = await Assert.ThrowsAsync<AppException>(() => work.UntilAsync(limit: TimeSpan.FromSeconds(5)));

        Assert.Equal(AppErrorReason.Timeout, failure.Reason);
        Assert.Equal(
            "The work did not end within 00:00:05. Likely cause: it takes longer, it hangs, or its last state is one that the code does not take for an end. Next step: ask for the state again, or give it more time (TimeLimit).",
            failure.Message);
        Assert.Equal([0, 1, 2.5, 4.75], work.Times);
    }

    [Fact]
    public async Task A_question_that_fails_ends_it()
    {
        Work work = new("running", "404");

        Assert.Equal(AppErrorReason.NotFound, (await Assert.ThrowsAsync<AppException>(() => work.UntilAsync())).Reason);
        Assert.Equal([0, 1], work.Times);
    }

    [Fact]
    public async Task It_can_be_cancelled_between_two_questions()
    {
        using CancellationTokenSource stop = new();
        Work work = new("running") { Stop = stop.Token };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.UntilAsync(progress: new Stopping(stop)));

        Assert.Equal([0], work.Times);
    }

    [Theory]
    [InlineData(0, 30, 60)]
    [InlineData(31, 30, 60)]
    [InlineData(1, 30, 0)]
    public async Task Options_have_ranges(int interval, int longest, int limit) => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AppPoll.UntilAsync(
        (_, _) => Task.FromResult(1),
        _ => true,
        new AppPollOptions { Interval = TimeSpan.FromSeconds(interval), MaxInterval = TimeSpan.FromSeconds(longest), TimeLimit = TimeSpan.FromSeconds(limit) },
        cancellationToken: TestContext.Current.CancellationToken));

    /// <summary>An app that goes through states, the last of them for ever.</summary>
    private sealed class Work(params string[] states)
    {
        private readonly LeapingTime _clock = new();

        public CancellationToken? Stop { get; init; }

        public Dictionary<int, RetryConditionHeaderValue> After { get; } = [];

        /// <summary>Gets when it was asked, in seconds from the start.</summary>
        public List<double> Times { get; } = [];

        public Task<string> UntilAsync(TimeSpan? limit = null, IProgress<string>? progress = null)
        {
            AppConnection app = new(new StubHandler(_ => Answer()).Client());
            return AppPoll.UntilAsync(
                (options, token) => app.SendAsync<string, StringJson>(Calls.Get(), options, token),
                state => state == "done",
                new AppPollOptions { TimeProvider = _clock, TimeLimit = limit },
                progress,
                Stop ?? TestContext.Current.CancellationToken);
        }

        private HttpResponseMessage Answer()
        {
            int turn = Times.Count;
            Times.Add(_clock.Seconds);
            string state = states[Math.Min(turn, states.Length - 1)];
            HttpResponseMessage response = new(state == "404" ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new StringContent($"\"{state}\"", Encoding.UTF8, "application/json") };
            response.Headers.RetryAfter = After.GetValueOrDefault(turn);
            return response;
        }
    }

    private sealed class Listed(List<string> seen) : IProgress<string>
    {
        public void Report(string value) => seen.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<string>
    {
        public void Report(string value) => stop.Cancel();
    }
}
