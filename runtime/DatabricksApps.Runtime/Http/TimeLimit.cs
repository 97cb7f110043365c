namespace DatabricksApps.Http;

/// <summary>Which times can be set for a call.</summary>
internal static class TimeLimit
{
    /// <summary>The end of a sentence that begins with the option's name.</summary>
    public const string Rule = "must be positive and at most 49 days, or Timeout.InfiniteTimeSpan.";

    // CancellationTokenSource.CancelAfter counts milliseconds in 32 bits.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    public static bool IsValid(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= s_longest);
}
