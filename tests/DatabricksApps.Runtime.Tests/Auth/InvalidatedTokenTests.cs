using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A token that the app refused leaves the cache: that one, once, and not again at once.</summary>
public sealed class InvalidatedTokenTests : TokenCacheTest
{
    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_who_had_it()
    {
        AppToken refused = await FillAsync(TimeSpan.FromHours(1));
        for (int i = 0; i < 100; i++)
        {
            Cache.Invalidate(refused);
        }

        Task<AppToken>[] callers = [.. Enumerable.Range(0, 100).Select(_ => Cache.GetTokenAsync(Cancellation).AsTask())];
        AppToken second = Token("second", TimeSpan.FromHours(1));
        await (await NextAsync()).SucceedAsync(second);

        Assert.All(await Task.WhenAll(callers), token => Assert.Same(second, token));
        Assert.Equal(2, Started);
        Assert.Equal([refused], Source.Refused);
    }

    [Fact]
    public async Task Who_is_late_to_tell_of_a_refused_token_takes_its_replacement_from_nobody()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Cache.Invalidate(first);
        await FillAsync(TimeSpan.FromHours(1));

        // Past the time in which a replacement stays whatever is said of it: what counts is whose token was refused.
        Time.Advance(TimeSpan.FromSeconds(11));
        Cache.Invalidate(first);

        Assert.True(Cache.GetTokenAsync(Cancellation).IsCompletedSuccessfully);
        Assert.Equal(2, Started);
        Assert.Equal([first], Source.Refused);
    }

    [Fact]
    public async Task A_replacement_that_is_refused_at_once_is_not_replaced_again_for_10_seconds()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));
        Cache.Invalidate(first);
        AppToken second = await FillAsync(TimeSpan.FromHours(1));

        Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Cache.Invalidate(second);
        Assert.True(Cache.GetTokenAsync(Cancellation).IsCompletedSuccessfully);
        Assert.Equal(2, Started);

        Time.Advance(TimeSpan.FromMilliseconds(1));
        Cache.Invalidate(second);
        Assert.False(Cache.GetTokenAsync(Cancellation).IsCompleted);
        Assert.Equal(3, Started);
        Assert.Equal([first, second], Source.Refused);
    }

    [Fact]
    public async Task A_token_that_replaced_none_that_was_refused_may_be_refused_at_once()
    {
        AppToken first = await FillAsync(TimeSpan.FromHours(1));

        Cache.Invalidate(first);

        Assert.False(Cache.GetTokenAsync(Cancellation).IsCompleted);
        Assert.Equal(2, Started);
    }
}
