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

    // Ten years are for ever, and a year that both clocks can count to.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(3650);

    private readonly TimeProvider _time;
    private readonly Deadlines _stale;
    private readonly Deadlines _end;

    /// <summary>Initializes the lifetime of a token that was just received.</summary>
    public TokenLifetime(AppToken token, TimeProvider time)
    {
        Token = token;
        _time = time;
        if (token.ExpiresOn is not { } end)
        {
            _stale = _end = Deadlines.Never;
            return;
        }

        TimeSpan left = end - time.GetUtcNow();
        if (left > s_longest)
        {
            _stale = _end = Deadlines.Never;
            return;
        }

        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        TimeSpan lead = Shorter(left / 2, s_longestLead);
        TimeSpan margin = Shorter(left / 10, s_longestMargin);
        _stale = Deadlines.In(left - lead, end - lead, time);
        _end = Deadlines.In(left - margin, end - margin, time);
    }

    public AppToken Token { get; }

    /// <summary>Tells how good the token still is.</summary>
    public TokenState State
    {
        get
        {
            long timestamp = _time.GetTimestamp();
            long now = _time.GetUtcNow().UtcTicks;
            return _stale.AreAhead(timestamp, now) ? TokenState.Fresh
                : _end.AreAhead(timestamp, now) ? TokenState.Stale
                : TokenState.Expired;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>One moment by both clocks, in their own units: it is compared with each request.</summary>
    private readonly record struct Deadlines(long Timestamp, long UtcTicks)
    {
        public static readonly Deadlines Never = new(long.MaxValue, long.MaxValue);

        public static Deadlines In(TimeSpan wait, DateTimeOffset on, TimeProvider time) =>
            new(time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency), on.UtcTicks);

        public bool AreAhead(long timestamp, long utcTicks) => timestamp < Timestamp && utcTicks < UtcTicks;
    }
}
