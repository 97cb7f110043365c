using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A token cache whose clock and source are the test's.</summary>
public abstract class TokenCacheTest : IDisposable
{
    private int _taken;

    private protected TokenCacheTest() => Cache = new CachedTokenSource(Source, Time, Log);

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ObservedTime Time { get; } = new();

    private protected LogCapture Log { get; } = new();

    private protected ManualTokenSource Source { get; } = new();

    private protected CachedTokenSource Cache { get; }

    /// <summary>
    /// Gets how many refreshes were started. Each begins with its time limit, before the call returns that starts it: so
    /// that none was started is seen at once, while the source is asked later, in the background.
    /// </summary>
    private protected int Started => Time.Timers;

    public void Dispose()
    {
        Cache.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets the call of a refresh that was started.</summary>
    private protected Task<ManualTokenSource.Call> NextAsync()
    {
        Assert.True(Started > _taken++, "No refresh was started.");
        return Source.NextAsync();
    }

    private protected static AppAuthenticationException Failure(string what) => AuthFailure.Of(what, null, null);

    private protected AppToken Token(string value, TimeSpan life) => new(value, Time.GetUtcNow() + life);

    /// <summary>Gets a token into the cache.</summary>
    private protected async Task<AppToken> FillAsync(TimeSpan life)
    {
        Task<AppToken> waiting = Cache.GetTokenAsync(Cancellation).AsTask();
        await (await NextAsync()).SucceedAsync(Token("first", life));
        return await waiting;
    }
}
