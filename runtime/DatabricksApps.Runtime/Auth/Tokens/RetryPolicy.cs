using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>
/// Tries a request for a token again after transient failures, for 60 seconds at most: the delays grow from 1 second by 2
/// with full jitter, and <c>Retry-After</c> makes them longer, never shorter.
/// </summary>
internal sealed class RetryPolicy(TimeProvider time, ILogger logger, Func<double>? random = null)
{
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(60);

    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;

    /// <summary>Runs what may fail.</summary>
    /// <exception cref="AppAuthenticationException">The last failure: one that is not transient, or for which no time is left.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        for (int number = 1; ; number++)
        {
            try
            {
                return await attempt(cancellationToken).ConfigureAwait(false);
            }
            catch (AppAuthenticationException failure) when (failure.IsTransient)
            {
                TimeSpan delay = Delay(number, failure.RetryAfter);
                if (time.GetElapsedTime(started) + delay > s_budget)
                {
                    throw;
                }

                logger.Retrying(delay.TotalSeconds, number, failure.Message);
                await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan Delay(int number, TimeSpan? retryAfter)
    {
        double most = Math.Min(Math.Pow(2, number - 1), s_longestDelay.TotalSeconds);
        TimeSpan delay = TimeSpan.FromSeconds(_random() * most);
        return retryAfter is { } asked && asked > delay ? asked : delay;
    }
}
