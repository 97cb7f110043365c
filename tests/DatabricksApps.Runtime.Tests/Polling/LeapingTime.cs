namespace DatabricksApps.Tests.Polling;

/// <summary>A clock that is at the end of each delay as soon as that begins.</summary>
internal sealed class LeapingTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TimeSpan _gone;

    /// <summary>Gets how far it went, in seconds.</summary>
    public double Seconds => _gone.TotalSeconds;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + _gone;

    public override long GetTimestamp() => _gone.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            _gone += dueTime;
            dueTime = TimeSpan.Zero;
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }
}
