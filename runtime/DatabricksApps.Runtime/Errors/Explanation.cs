namespace DatabricksApps.Errors;

/// <summary>What an error message tells.</summary>
/// <param name="Reason">Why the call failed.</param>
/// <param name="What">What happened, as the end of the sentence "GET /route: …".</param>
/// <param name="Cause">The likely cause, a sentence; null: it is plain from what happened.</param>
/// <param name="Next">What to do next, a sentence; null: nothing can be said.</param>
internal readonly record struct Explanation(AppErrorReason Reason, string What, string? Cause = null, string? Next = null);
