namespace DatabricksApps.Auth;

/// <summary>One run of a token source, which many callers may wait for.</summary>
internal sealed class TokenRefresh : IDisposable
{
    private readonly TaskCompletionSource<AppToken> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _limit;

    public TokenRefresh(long number, TimeSpan limit, TimeProvider time, CancellationToken disposed)
    {
        Number = number;
        _timer = new CancellationTokenSource(limit, time);
        _limit = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, disposed);
        Limit = _limit.Token;
    }

    /// <summary>Gets the number; a later refresh has a higher one.</summary>
    public long Number { get; }

    public CancellationToken Limit { get; }

    public Task<AppToken> Result => _result.Task;

    // Only the time: the end of the cache reaches the source through Limit. It ends with the timer.
    public void OnLimit(Action action) => _timer.Token.UnsafeRegister(static state => ((Action)state!)(), action);

    public void Finish(AppToken token) => _result.TrySetResult(token);

    public bool Finish(Exception exception)
    {
        bool isFirst = _result.TrySetException(exception);

        // Nobody may be waiting; then the exception must not come up as an unobserved one.
        _ = _result.Task.Exception;
        return isFirst;
    }

    public void Dispose()
    {
        _limit.Dispose();
        _timer.Dispose();
    }
}
