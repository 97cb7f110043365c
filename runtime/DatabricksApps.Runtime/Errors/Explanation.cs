namespace DatabricksApps.Errors;

/// <summary>What an error message tells.</summary>
/// <param name="Reason">Why the call failed.</param>
/// <param name="What">What happened, as the end of the sentence "GET /route: …".</param>
/// <param name="Cause">The likely cause, a sentence; null: it is plain from what happened.</param>
/// <param name="Next">What to do next, a sentence; null: nothing can be said.</param>
internal readonly record struct Explanation(AppErrorReason Reason, string What, string? Cause = null, string? Next = null)
{
    /// <summary>Composes the message.</summary>
    public string Compose(string method, string route, string? requestId)
    {
        string end = What.EndsWith('.') ? "" : ".";
        string cause = Cause is null ? "" : $" Likely cause: {Cause}";
        string next = Next is null ? "" : $" Next step: {Next}";
        string id = requestId is null ? "" : $" (request id {requestId})";
        return $"{method} {route}: {What}{end}{cause}{next}{id}";
    }
}
