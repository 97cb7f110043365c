namespace LocalWorkspace.OAuth;

/// <summary>Tells by the workspace's clock whether a token lives.</summary>
internal static class Lifetimes
{
    /// <summary>Tells whether now is between the two; a token without an end never lives.</summary>
    public static bool IsCurrent(TimeProvider time, DateTime? notBefore, DateTime? expires)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return (notBefore is null || notBefore <= now) && expires > now;
    }
}
