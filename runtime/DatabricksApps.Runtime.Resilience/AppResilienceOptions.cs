namespace DatabricksApps;

/// <summary>How often, and after how long, a request that may be repeated is sent again.</summary>
public sealed class AppResilienceOptions
{
    /// <summary>Gets or sets how often a request is sent again after its first time, from 1 to 10. Default: 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Gets or sets the delay before the first repetition, doubled for each further one, with jitter. Not negative. Default: 1 second.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets the longest delay, also for an app that says <c>Retry-After</c>: where it asks for more, its answer is given at once.
    /// More than zero and not less than <see cref="Delay"/>. Default: 30 seconds. The time of the call (<see cref="DatabricksAppOptions.Timeout"/>) ends repetitions too.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRetries, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(Delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, Delay);
    }
}
