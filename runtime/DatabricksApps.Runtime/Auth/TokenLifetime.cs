namespace DatabricksApps.Auth;

/// <summary>A token in the cache, and how old it may get.</summary>
/// <remarks>
/// Two clocks are asked, and the stricter answer holds: the wall clock, because the other stands still while a machine
/// sleeps; and the monotonic clock, because the wall clock may be set back and would then keep a dead token alive.
/// </remarks>
internal sealed class TokenLifetime
{
    // An hour's token is renewed 20 minutes before its end: enough to sit out an outage of the sign-in service.
    private static readonly TimeSpan s_longestLead = TimeSpan.FromSeconds(1200);

    // A request that is on its way when the token expires is refused; so is one from a machine whose clock is behind.
    private static readonly TimeSpan s_longestMargin = TimeSpan.FromSeconds(40);

    private readonly TimeProvider _time;
    private readonly long _storedAt;
    private readonly TimeSpan _fresh;
    private readonly TimeSpan _usable;
    private readonly DateTimeOffset _staleOn;
    private readonly DateTimeOffset _endsOn;

    /// <summary>Initializes the lifetime of a token that was just received.</summary>
    public TokenLifetime(AppToken token, TimeProvider time)
    {
        Token = token;
        _time = time;
        _storedAt = time.GetTimestamp();
        if (token.ExpiresOn is not { } end)
        {
            _fresh = _usable = TimeSpan.MaxValue;
            _staleOn = _endsOn = DateTimeOffset.MaxValue;
            return;
        }

        TimeSpan left = end - time.GetUtcNow();
        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        TimeSpan lead = Shorter(left / 2, s_longestLead);
        TimeSpan margin = Shorter(left / 10, s_longestMargin);
        _fresh = left - lead;
        _usable = left - margin;
        _staleOn = end - lead;
        _endsOn = end - margin;
    }

    public AppToken Token { get; }

    /// <summary>Tells how good the token still is.</summary>
    public TokenState State
    {
        get
        {
            TimeSpan age = _time.GetElapsedTime(_storedAt);
            DateTimeOffset now = _time.GetUtcNow();
            return age < _fresh && now < _staleOn ? TokenState.Fresh
                : age < _usable && now < _endsOn ? TokenState.Stale
                : TokenState.Expired;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
