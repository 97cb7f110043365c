using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

public sealed class RetryPolicyTests
{
    private readonly ObservedTime _time = new();
    private readonly LogCapture _log = new();

    [Theory]
    [InlineData(0.25, null, 0.25)]
    [InlineData(0.25, 5, 5)]
    [InlineData(0.9, 0, 0.9)]
    public async Task Retry_After_makes_the_delay_longer_never_shorter(double random, int? retryAfter, double delay)
    {
        int attempts = 0;
        ValueTask<int> run = new RetryPolicy(_time, _log, () => random).RunAsync(
            _ => ++attempts == 1
                ? throw AuthFailure.Of("busy", null, null, isTransient: true, retryAfter: retryAfter is { } s ? TimeSpan.FromSeconds(s) : null)
                : new ValueTask<int>(attempts),
            TestContext.Current.CancellationToken);

        await _time.PassAsync(TimeSpan.FromSeconds(delay));

        Assert.Equal(2, await run);
        Assert.Equal(
            [FormattableString.Invariant($"Trying again in {delay:0.0} seconds, after attempt 1: Sign-in failed: busy.")],
            _log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task What_is_not_transient_is_not_tried_again()
    {
        int attempts = 0;
        await Assert.ThrowsAsync<AppAuthenticationException>(() => new RetryPolicy(_time, _log).RunAsync<int>(
            _ =>
            {
                attempts++;
                throw AuthFailure.Of("wrong", null, null);
            },
            TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(1, attempts);
    }
}
