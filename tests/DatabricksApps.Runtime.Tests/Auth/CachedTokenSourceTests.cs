using System.Diagnostics;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DatabricksApps.Tests.Auth;

public sealed class CachedTokenSourceTests : TokenCacheTest
{
    [Fact]
    public async Task A_fresh_token_is_returned_without_asking_again()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));

        ValueTask<AppToken> again = Cache.GetTokenAsync(Cancellation);

        Assert.True(again.IsCompletedSuccessfully);
        Assert.Same(first, await again);
        Assert.Equal(1, Started);
    }

    [Theory]
    [InlineData(60 * 60, 40 * 60)]
    [InlineData(10 * 60, 5 * 60)]
    [InlineData(10, 5)]
    public async Task A_token_is_renewed_in_the_background_from_half_its_life_or_20_minutes_before_its_end(int life, int fresh)
    {
        AppToken first = await FillAsync(TimeSpan.FromSeconds(life));

        Time.Advance(TimeSpan.FromSeconds(fresh) - TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        Assert.Equal(1, Started);

        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        AppToken second = Token("second", TimeSpan.FromHours(1));
        await (await NextAsync()).SucceedAsync(second);

        Assert.Same(second, await Cache.GetTokenAsync(Cancellation));
        Assert.Equal(2, Started);
    }

    [Theory]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2400-01-01T00:00:00Z")]
    [InlineData("2318-12-31T00:00:00Z")]
    public void A_token_for_centuries_is_fresh(string expiry)
    {
        DateTimeOffset end = DateTimeOffset.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture);

        // Both by the test's clock of ticks and by the machine's of nanoseconds.
        Assert.Equal(TokenState.Fresh, new TokenLifetime(new AppToken("t", end), new ObservedTime()).State);
        Assert.Equal(TokenState.Fresh, new TokenLifetime(new AppToken("t", end), TimeProvider.System).State);
    }

    [Theory]
    [InlineData(60 * 60, 40)]
    [InlineData(60, 6)]
    public async Task Shortly_before_its_end_a_token_is_not_used_any_more(int life, int margin)
    {
        AppToken first = await FillAsync(TimeSpan.FromSeconds(life));

        Time.Advance(TimeSpan.FromSeconds(life - margin) - TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        await (await NextAsync()).FailAsync(Failure("down"));
        Time.Advance(TimeSpan.FromMilliseconds(1));

        ValueTask<AppToken> waiting = Cache.GetTokenAsync(Cancellation);
        Assert.False(waiting.IsCompleted);
        AppToken second = Token("second", TimeSpan.FromHours(1));
        await (await NextAsync()).SucceedAsync(second);
        Assert.Same(second, await waiting);
    }

    [Fact]
    public async Task A_token_without_expiry_is_used_for_ever()
    {
        AppToken token = new("forever");
        Task<AppToken> waiting = Cache.GetTokenAsync(Cancellation).AsTask();
        await (await NextAsync()).SucceedAsync(token);
        await waiting;

        Time.Advance(TimeSpan.FromDays(1000));

        Assert.Same(token, await Cache.GetTokenAsync(Cancellation));
        Assert.Equal(1, Started);
    }

    [Fact]
    public async Task A_thousand_callers_with_an_expired_token_make_one_request()
    {
        await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromHours(2));

        Task<AppToken>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Cache.GetTokenAsync(Cancellation).AsTask()))];
        AppToken second = Token("second", TimeSpan.FromHours(1));
        await (await Source.NextAsync()).SucceedAsync(second);

        Assert.All(await Task.WhenAll(callers), token => Assert.Same(second, token));
        Assert.Equal(2, Source.Count);
    }

    [Fact]
    public async Task The_first_caller_can_give_up_without_harm_to_the_others()
    {
        using CancellationTokenSource leaves = new();
        Task<AppToken> leader = Cache.GetTokenAsync(leaves.Token).AsTask();
        Task<AppToken> follower = Cache.GetTokenAsync(Cancellation).AsTask();
        ManualTokenSource.Call call = await NextAsync();

        await leaves.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.Equal(leaves.Token, cancelled.CancellationToken);
        Assert.False(call.CancellationToken.IsCancellationRequested);

        AppToken token = Token("first", TimeSpan.FromHours(1));
        await call.SucceedAsync(token);
        Assert.Same(token, await follower);
        Assert.Equal(1, Source.Count);
    }

    [Fact]
    public async Task What_a_function_of_the_options_throws_while_a_token_is_renewed_is_not_logged()
    {
        await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));

        await Cache.GetTokenAsync(Cancellation);
        await (await NextAsync()).FailAsync(new InvalidOperationException("client_secret=canary\n2026-01-01 ERROR forged"));

        Assert.Equal(
            ["The token could not be renewed ahead of its expiry, the next attempt is in 60 seconds: System.InvalidOperationException was thrown"],
            Log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task A_failed_renewal_waits_60_seconds_for_the_next_and_leaves_the_token_in_use()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));

        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        await (await NextAsync()).FailAsync(Failure("the workspace is down"));
        Assert.Equal(
            ["The token could not be renewed ahead of its expiry, the next attempt is in 60 seconds: Sign-in failed: the workspace is down."],
            Log.Of(LogLevel.Warning));

        Time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        Assert.Equal(2, Started);

        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        await (await NextAsync()).FailAsync(Failure("the workspace is down"));
        Assert.Equal(3, Started);
    }

    [Fact]
    public async Task A_failure_reaches_all_who_wait_and_is_not_kept()
    {
        Task<AppToken> one = Cache.GetTokenAsync(Cancellation).AsTask();
        Task<AppToken> other = Cache.GetTokenAsync(Cancellation).AsTask();
        await (await NextAsync()).FailAsync(Failure("down"));
        await Assert.ThrowsAsync<AppAuthenticationException>(() => one);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => other);

        Task<AppToken> later = Cache.GetTokenAsync(Cancellation).AsTask();
        AppToken token = Token("first", TimeSpan.FromHours(1));
        await (await NextAsync()).SucceedAsync(token);
        Assert.Same(token, await later);
    }

    [Fact]
    public async Task A_renewal_ends_after_60_seconds_and_its_late_result_does_not_replace_a_newer_token()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        ManualTokenSource.Call hanging = await NextAsync();

        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.True(hanging.CancellationToken.IsCancellationRequested);
        Time.Advance(TimeSpan.FromSeconds(60));
        await Cache.GetTokenAsync(Cancellation);
        AppToken newer = Token("newer", TimeSpan.FromHours(1));
        await (await NextAsync()).SucceedAsync(newer);

        await hanging.SucceedAsync(Token("late", TimeSpan.FromHours(1)));
        Assert.Same(newer, await Cache.GetTokenAsync(Cancellation));
    }

    [Fact]
    public async Task A_late_result_is_used_when_there_is_nothing_newer()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));
        ManualTokenSource.Call hanging = await NextAsync();
        Time.Advance(TimeSpan.FromSeconds(60));

        AppToken late = Token("late", TimeSpan.FromHours(1));
        await hanging.SucceedAsync(late);
        Assert.Same(late, await Cache.GetTokenAsync(Cancellation));
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_keeps_no_dead_token_alive()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Time.WallClockChange = TimeSpan.FromHours(-5);
        Assert.Same(first, await Cache.GetTokenAsync(Cancellation));

        Time.Advance(TimeSpan.FromHours(1));
        ValueTask<AppToken> waiting = Cache.GetTokenAsync(Cancellation);
        Assert.False(waiting.IsCompleted);
        await (await NextAsync()).SucceedAsync(Token("second", TimeSpan.FromHours(1)));
        Assert.Equal("second", (await waiting).Value);
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_over_the_expiry_as_after_sleep_ends_the_token()
    {
        await FillAsync(TimeSpan.FromHours(1));
        Time.WallClockChange = TimeSpan.FromHours(5);

        ValueTask<AppToken> waiting = Cache.GetTokenAsync(Cancellation);
        Assert.False(waiting.IsCompleted);
        await (await NextAsync()).SucceedAsync(Token("second", TimeSpan.FromHours(1)));
        Assert.Equal("second", (await waiting).Value);
    }

    [Fact]
    public async Task A_million_tokens_from_the_cache_allocate_nothing()
    {
        using CachedTokenSource cache = new(
            new FixedTokenSource(new AppToken("token", DateTimeOffset.UtcNow.AddHours(1))), TimeProvider.System, NullLogger.Instance);
        await cache.GetTokenAsync(Cancellation);
        Take(cache, 1000);

        // A collection for another thread's sake counts the rest of this thread's block as allocated: what counts is that a
        // round can be free.
        const int rounds = 10;
        long[] allocated = new long[rounds];
        for (int i = 0; i < rounds; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Take(cache, 100_000);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated.Min());

        static void Take(CachedTokenSource cache, int times)
        {
            for (int i = 0; i < times; i++)
            {
                _ = cache.GetTokenAsync(CancellationToken.None).Result.Header;
            }
        }
    }

    [Fact]
    public async Task A_refresh_is_no_part_of_the_call_that_starts_it()
    {
        AsyncLocal<string> user = new() { Value = "alice" };
        using Activity call = new Activity("call").Start();
        (string? User, Activity? Activity) seen = ("", null);
        ManualTokenSource source = new() { OnCall = () => seen = (user.Value, Activity.Current) };
        using CachedTokenSource cache = new(source, Time, Log);

        Task<AppToken> waiting = cache.GetTokenAsync(Cancellation).AsTask();
        await (await source.NextAsync()).SucceedAsync(new AppToken("token"));
        await waiting;

        Assert.Equal((null, null), seen);
    }

    [Fact]
    public async Task A_cache_that_is_disposed_ends_what_runs()
    {
        CachedTokenSource cache = new(Source, Time, Log);
        Task<AppToken> waiting = cache.GetTokenAsync(Cancellation).AsTask();
        ManualTokenSource.Call call = await NextAsync();

        cache.Dispose();

        Assert.True(call.CancellationToken.IsCancellationRequested);
        await call.FailAsync(new OperationCanceledException(call.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }
}
