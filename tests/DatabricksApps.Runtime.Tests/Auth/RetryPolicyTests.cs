using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Auth;

/// <summary>How long is waited between attempts, and when there is no other.</summary>
public sealed class RetryPolicyTests
{
    // More attempts than any policy makes in a minute: a policy without an end fails here, and does not go on for ever.
    private const int MostAttempts = 100;

    private readonly PassingTime _time = new();
    private readonly LogCapture _log = new();
    private int _attempts;

    [Theory]
    [InlineData(0.25, null, 0.25)]
    [InlineData(0.25, 5, 5)]
    [InlineData(0.9, 0, 0.9)]
    [InlineData(1, 1, 1)]
    public async Task Retry_After_makes_the_delay_longer_never_shorter(double random, int? retryAfter, double delay)
    {
        Assert.Equal(2, await RunAsync(random, retryAfter, failures: 1));

        Assert.Equal([delay], _time.Waits);
        Assert.Equal(
            [FormattableString.Invariant($"Trying again in {delay:0.0} seconds, after attempt 1: Sign-in failed: busy.")],
            _log.Of(LogLevel.Warning));
    }

    [Theory]

    // 31 seconds, and the next delay of 32 would end after the minute.
    [InlineData(1, new[] { 1.0, 2, 4, 8, 16 })]

    // The longest delay is that of a minute, of which a tenth is taken here: 54.3 seconds, and 6 more are too many.
    [InlineData(0.1, new[] { 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6, 6, 6, 6, 6, 6, 6, 6 })]
    public async Task Delays_double_and_all_of_them_are_within_a_minute(double random, double[] delays)
    {
        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(() => RunAsync(random, null, MostAttempts));

        Assert.Equal("Sign-in failed: busy.", failure.Message);
        Assert.Equal(delays, _time.Waits);
        Assert.Equal(delays.Length + 1, _attempts);
    }

    [Theory]
    [InlineData(60, 2)]
    [InlineData(61, 1)]
    [InlineData(30, 3)]
    public async Task A_delay_that_is_asked_for_is_waited_for_if_it_ends_within_the_minute(int retryAfter, int attempts)
    {
        await Assert.ThrowsAsync<AppAuthenticationException>(() => RunAsync(0, retryAfter, MostAttempts));

        Assert.Equal(attempts, _attempts);
        Assert.Equal(Enumerable.Repeat((double)retryAfter, attempts - 1), _time.Waits);
    }

    [Fact]
    public async Task What_is_not_transient_is_not_tried_again()
    {
        await Assert.ThrowsAsync<AppAuthenticationException>(() => new RetryPolicy(_time, _log).RunAsync<int>(
            _ =>
            {
                _attempts++;
                throw AuthFailure.Of("wrong", null, null);
            },
            TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(1, _attempts);
        Assert.Empty(_time.Waits);
    }

    private Task<int> RunAsync(double random, int? retryAfter, int failures) => new RetryPolicy(_time, _log, () => random).RunAsync(
        _ =>
        {
            Assert.InRange(++_attempts, 1, MostAttempts);
            return _attempts > failures
                ? new ValueTask<int>(_attempts)
                : throw AuthFailure.Of("busy", null, null, isTransient: true, retryAfter: retryAfter is { } s ? TimeSpan.FromSeconds(s) : null);
        },
        TestContext.Current.CancellationToken).AsTask();

    /// <summary>A clock on which every wait is over as soon as it begins.</summary>
    private sealed class PassingTime : FakeTimeProvider
    {
        public List<double> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            Waits.Add(dueTime.TotalSeconds);
            Advance(dueTime);
            return timer;
        }
    }
}
