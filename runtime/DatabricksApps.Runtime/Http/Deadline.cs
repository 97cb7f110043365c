using System.Collections.Concurrent;

namespace DatabricksApps.Http;

/// <summary>The time for a call: a token that fires when the time runs out or the caller cancels.</summary>
/// <remarks>Its sources are reused; a new one with a timer for each call is a large part of what a small call costs.</remarks>
internal struct Deadline : IDisposable
{
    private const int MostKept = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> s_kept = new();

    // The one that was used last, for programs that make one call after the other.
    private static CancellationTokenSource? s_last;

    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private CancellationTokenSource? _source;

    private Deadline(CancellationTokenSource? source, TimeSpan limit, CancellationToken caller)
    {
        _source = source;
        Limit = limit;
        _caller = caller;
        Token = source?.Token ?? caller;
        if (source is not null && caller.CanBeCanceled)
        {
            _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        }
    }

    /// <summary>Gets the token that fires.</summary>
    public CancellationToken Token { get; }

    /// <summary>Gets the time for the call.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Gets the time if it ran out, else null.</summary>
    public readonly TimeSpan? Expired =>
        _source is { IsCancellationRequested: true } && !_caller.IsCancellationRequested ? Limit : null;

    /// <summary>Gets the time as one that can stand still; null: it never runs out.</summary>
    /// <param name="signIn">The time for a sign-in, while it does.</param>
    public readonly CallTime? Pausable(TimeSpan signIn) => _source is null ? null : new CallTime(_source, Limit, signIn);

    /// <summary>Starts the time; an infinite one costs nothing.</summary>
    public static Deadline Start(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (limit == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(null, limit, cancellationToken);
        }

        CancellationTokenSource? source = Interlocked.Exchange(ref s_last, null);
        if (source is null && !s_kept.TryDequeue(out source))
        {
            source = new CancellationTokenSource();
        }

        source.CancelAfter(limit);
        return new Deadline(source, limit, cancellationToken);
    }

    /// <summary>Stops the time.</summary>
    public void Dispose()
    {
        CancellationTokenSource? source = _source;
        _source = null;
        _registration.Dispose();
        if (source is null)
        {
            return;
        }

        if (!source.TryReset())
        {
            source.Dispose();
        }
        else if (Interlocked.Exchange(ref s_last, source) is { } other)
        {
            Keep(other);
        }
    }

    private static void Keep(CancellationTokenSource source)
    {
        if (s_kept.Count < MostKept)
        {
            s_kept.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
