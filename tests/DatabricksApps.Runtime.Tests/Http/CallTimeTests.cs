using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>A time that stood still for a sign-in is no other call's, once the call has ended.</summary>
public sealed class CallTimeTests
{
    [Fact]
    public async Task What_is_left_of_a_call_does_nothing_to_the_next_ones_time()
    {
        using CancellationTokenSource source = new();
        CallTime time = new(source, TimeSpan.Zero, TimeSpan.Zero);

        time.End();
        time.Pause();
        time.Resume();

        // A timer of its own says that time has passed.
        using CancellationTokenSource other = new(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<TaskCanceledException>(() => Task.Delay(Timeout.Infinite, other.Token));
        Assert.False(source.IsCancellationRequested);
    }

    [Fact]
    public void Until_then_it_is_the_time_for_the_sign_in_and_then_that_for_the_call()
    {
        using CancellationTokenSource source = new();
        CallTime time = new(source, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        time.Pause();
        Assert.False(source.IsCancellationRequested);
        time.Resume();

        Assert.True(source.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
    }
}
