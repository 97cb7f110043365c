using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Auth;

/// <summary>A clock that a test moves, and that tells when the code under test starts to wait.</summary>
internal sealed class ObservedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();
    private int _count;

    public ObservedTime()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Gets or sets by how much the wall clock was set, while the time that passes went on.</summary>
    public TimeSpan WallClockChange { get; set; }

    /// <summary>Gets how often something began to wait.</summary>
    public int Timers => Volatile.Read(ref _count);

    /// <summary>Gets or sets what is done where something begins to wait, on its own thread.</summary>
    public Action? OnTimer { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallClockChange;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _count);
        OnTimer?.Invoke();
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until something waits for just this long.</summary>
    public async Task WhenWaitingAsync(TimeSpan dueTime)
    {
        while (await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken) != dueTime)
        {
        }
    }

    /// <summary>Waits until something waits for just this long, and lets that time pass.</summary>
    public async Task PassAsync(TimeSpan dueTime)
    {
        await WhenWaitingAsync(dueTime);
        Advance(dueTime);
    }
}
