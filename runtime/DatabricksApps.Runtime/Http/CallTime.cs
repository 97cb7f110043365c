namespace DatabricksApps.Http;

/// <summary>The time of a call that stands still while a person signs in anew.</summary>
/// <param name="source">What fires when the time is over.</param>
/// <param name="limit">The time for the call.</param>
/// <param name="signIn">The time for the sign-in.</param>
internal sealed class CallTime(CancellationTokenSource source, TimeSpan limit, TimeSpan signIn)
{
    public void Pause() => source.CancelAfter(signIn);

    public void Resume() => source.CancelAfter(limit);
}
