namespace DatabricksApps;

/// <summary>How often the state of work that goes on is asked for, and for how long.</summary>
public sealed class AppPollOptions
{
    /// <summary>Gets or sets the time from the first answer to the next question; each further one is half as long again. More than zero. Default: 1 second.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets the longest time between two questions, also where an answer asks for more by <c>Retry-After</c> (RFC 9110, 10.2.3).
    /// Not less than <see cref="Interval"/>. Default: 30 seconds.
    /// </summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long after the first question none is asked any more (each has the time of its own call); null: until the work ends or the call is cancelled. More than zero. Default: null.</summary>
    public TimeSpan? TimeLimit { get; set; }

    /// <summary>Gets or sets the clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInterval, Interval);
        if (TimeLimit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(TimeLimit));
        }
    }
}
