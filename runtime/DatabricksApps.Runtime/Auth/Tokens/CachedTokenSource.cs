using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>
/// Keeps the token of another source. A fresh one is returned as it is; a stale one too, while one refresh runs in the
/// background; without a usable one, all callers wait for the same refresh.
/// </summary>
/// <remarks>
/// A refresh belongs to no caller: it has its own time limit, and a caller that gives up, the first one too, leaves it
/// running for the others. Failures are not kept.
/// </remarks>
internal sealed class CachedTokenSource : ITokenSource, IDisposable
{
    private static readonly TimeSpan s_backgroundLimit = TimeSpan.FromSeconds(60);

    // Only a guard: what the sources do within their own limits takes less; a user in the browser has five minutes.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(330);

    // The stale token still works, so a sign-in service that is down need not be asked with each call.
    private static readonly TimeSpan s_backOff = TimeSpan.FromSeconds(60);

    // An app that refuses the replacement of a refused token as well has another reason than the token's age.
    private static readonly TimeSpan s_replacementGrace = TimeSpan.FromSeconds(10);

    private readonly ITokenSource _source;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposed = new();
    private readonly object _gate = new();

    private volatile TokenLifetime? _current;
    private volatile TokenRefresh? _running;
    private long _stored;
    private long _started;
    private bool _refused;
    private long? _replacedAt;
    private long? _failedAt;

    /// <summary>Initializes the cache.</summary>
    /// <param name="source">What brings new tokens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public CachedTokenSource(ITokenSource source, TimeProvider time, ILogger logger)
    {
        _source = source;
        _time = time;
        _logger = logger;
    }

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_current is { } current)
        {
            switch (current.State)
            {
                case TokenState.Fresh:
                    return new(current.Token);
                case TokenState.Stale:
                    RefreshInBackground(current);
                    return new(current.Token);
            }
        }

        return new(JoinRefreshAsync(cancellationToken));
    }

    public void Invalidate(AppToken refused)
    {
        lock (_gate)
        {
            // Of many callers with the same refused token the first one does this; the others find another token or none.
            if (_current is not { } current || current.Token != refused)
            {
                return;
            }

            if (_replacedAt is { } at && _time.GetElapsedTime(at) < s_replacementGrace)
            {
                return;
            }

            _current = null;
            _refused = true;
        }

        _source.Invalidate(refused);
        _logger.TokenRefused();
    }

    public void Dispose() => _disposed.Cancel();

    private Task<AppToken> JoinRefreshAsync(CancellationToken cancellationToken)
    {
        Task<AppToken> result;
        lock (_gate)
        {
            if (_current is { } current && current.State != TokenState.Expired)
            {
                return Task.FromResult(current.Token);
            }

            result = (_running ?? Start(s_limit)).Result;
        }

        return result.WaitAsync(cancellationToken);
    }

    private void RefreshInBackground(TokenLifetime stale)
    {
        if (_running is not null)
        {
            return;
        }

        lock (_gate)
        {
            bool waits = _failedAt is { } at && _time.GetElapsedTime(at) < s_backOff;
            if (_running is null && _current == stale && !waits)
            {
                Start(s_backgroundLimit);
            }
        }
    }

    private TokenRefresh Start(TimeSpan limit)
    {
        TokenRefresh refresh = new(++_started, limit, _time, _disposed.Token);
        _running = refresh;

        // The refresh is no part of the call that happens to start it: not of its activity, nor of its async locals.
        using (ExecutionContext.SuppressFlow())
        {
            refresh.OnLimit(() => Fail(refresh, TimedOut(limit)));
            _ = Task.Run(() => RunAsync(refresh));
        }

        return refresh;
    }

    private async Task RunAsync(TokenRefresh refresh)
    {
        try
        {
            Succeed(refresh, await _source.GetTokenAsync(refresh.Limit).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            Fail(refresh, new ObjectDisposedException(nameof(CachedTokenSource)));
        }
        catch (Exception exception)
        {
            Fail(refresh, exception);
        }
        finally
        {
            refresh.Dispose();
        }
    }

    private void Succeed(TokenRefresh refresh, AppToken token)
    {
        lock (_gate)
        {
            // One that was given up may still bring a token; it does not replace that of a later one.
            if (refresh.Number > _stored)
            {
                _stored = refresh.Number;
                _replacedAt = _refused ? _time.GetTimestamp() : null;
                _refused = false;
                _failedAt = null;
                _current = new TokenLifetime(token, _time);
            }

            End(refresh);
        }

        refresh.Finish(token);
    }

    private void Fail(TokenRefresh refresh, Exception exception)
    {
        bool isUsable;
        lock (_gate)
        {
            if (_running == refresh)
            {
                _failedAt = _time.GetTimestamp();
            }

            isUsable = _current is { State: not TokenState.Expired };
            End(refresh);
        }

        if (refresh.Finish(exception) && isUsable)
        {
            // What a function of the options throws may say anything, also its secret.
            _logger.BackgroundRefreshFailed(s_backOff.TotalSeconds, exception is AppException ? exception.Message : $"{exception.GetType()} was thrown");
        }
    }

    private void End(TokenRefresh refresh)
    {
        if (_running == refresh)
        {
            _running = null;
        }
    }

    private static AppAuthenticationException TimedOut(TimeSpan limit) => AuthFailure.Of(
        $"no token came within {limit.TotalSeconds:0} seconds",
        "the workspace, the Databricks CLI or what else gives the token does not answer.",
        "Call again; if it stays, look whether the workspace opens in the browser.",
        isTransient: true);
}
