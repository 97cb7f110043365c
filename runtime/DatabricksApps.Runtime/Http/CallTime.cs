namespace DatabricksApps.Http;

/// <summary>The time of a call that stands still while a person signs in anew.</summary>
/// <param name="source">What fires when the time is over.</param>
/// <param name="limit">The time for the call.</param>
/// <param name="signIn">The time for the sign-in.</param>
internal sealed class CallTime(CancellationTokenSource source, TimeSpan limit, TimeSpan signIn)
{
    private readonly object _gate = new();
    private bool _hasEnded;

    public void Pause() => Set(signIn);

    public void Resume() => Set(limit);

    /// <summary>
    /// Lets go of the source, which another call will use: a handler that sends several copies of a call leaves some of them
    /// behind, and what they do is not to be done to that one's time.
    /// </summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
        }
    }

    private void Set(TimeSpan time)
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                source.CancelAfter(time);
            }
        }
    }
}
