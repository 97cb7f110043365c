using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Whether the cache asks again when a refresh has failed, was given up, or is just being started.</summary>
public sealed class RefreshFailureTests : TokenCacheTest
{
    [Fact]
    public async Task A_refresh_that_was_given_up_and_fails_late_holds_up_no_later_one()
    {
        await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));
        await Cache.GetTokenAsync(Cancellation);
        ManualTokenSource.Call givenUp = await NextAsync();
        Time.Advance(TimeSpan.FromSeconds(60));
        Time.Advance(TimeSpan.FromSeconds(60));
        await Cache.GetTokenAsync(Cancellation);
        await (await NextAsync()).SucceedAsync(Token("second", TimeSpan.FromSeconds(40)));

        await givenUp.FailAsync(Failure("too late"));

        // Half the life of the second token is over, and the refresh that brought it was a success.
        Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("second", (await Cache.GetTokenAsync(Cancellation)).Value);
        Assert.Equal(4, Started);
    }

    [Fact]
    public async Task What_has_ended_is_not_ended_again()
    {
        Task<AppToken> waiting = Cache.GetTokenAsync(Cancellation).AsTask();
        ManualTokenSource.Call call = await NextAsync();
        await call.SucceedAsync(Token("first", TimeSpan.FromHours(1)));
        await waiting;

        Time.Advance(TimeSpan.FromSeconds(330));
        Cache.Dispose();

        Assert.False(call.CancellationToken.IsCancellationRequested);
        Assert.Equal("first", (await Cache.GetTokenAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task One_that_fails_in_time_does_as_long_as_the_token_is_good()
    {
        await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));
        await Cache.GetTokenAsync(Cancellation);
        await (await NextAsync()).FailAsync(Failure("down"));

        Time.Advance(TimeSpan.FromSeconds(20));
        await Cache.GetTokenAsync(Cancellation);

        Assert.Equal(2, Started);
    }

    [Fact]
    public async Task Without_a_good_token_a_failure_holds_up_nobody()
    {
        Task<AppToken> first = Cache.GetTokenAsync(Cancellation).AsTask();
        await (await NextAsync()).FailAsync(Failure("down"));
        await Assert.ThrowsAsync<AppAuthenticationException>(() => first);

        Assert.False(Cache.GetTokenAsync(Cancellation).IsCompleted);
        Assert.Equal(2, Started);
    }

    [Fact]
    public async Task A_caller_who_comes_while_a_refresh_is_being_started_waits_for_that_one()
    {
        // The first caller is held where its refresh gets its time limit: before the cache knows of the refresh.
        using ManualResetEventSlim isStarting = new();
        using ManualResetEventSlim mayGoOn = new();
        Time.OnTimer = () =>
        {
            Time.OnTimer = null;
            isStarting.Set();
            mayGoOn.Wait(Cancellation);
        };
        Task<AppToken> first = Task.Run(() => Cache.GetTokenAsync(Cancellation).AsTask(), Cancellation);
        isStarting.Wait(Cancellation);
        Task<AppToken>? second = null;
        Thread other = new(() => second = Cache.GetTokenAsync(CancellationToken.None).AsTask()) { IsBackground = true };
        other.Start();

        // It either waits for the first one, or has started a refresh of its own.
        while ((other.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
            Thread.Yield();
        }

        mayGoOn.Set();
        other.Join();
        ManualTokenSource.Call call = await NextAsync();

        Assert.Equal(1, Started);
        AppToken token = Token("first", TimeSpan.FromHours(1));
        await call.SucceedAsync(token);
        Assert.Same(token, await first);
        Assert.Same(token, await second!);
    }
}
