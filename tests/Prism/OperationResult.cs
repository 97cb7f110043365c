namespace DatabricksApps.Prism;

/// <summary>What became of a call.</summary>
internal enum CallOutcome
{
    /// <summary>Prism accepted the request and the client read the answer.</summary>
    Passed,

    /// <summary>Prism has no answer of its own: it could not take the document's example, or make one up.</summary>
    NotServed,

    /// <summary>Prism refused the request.</summary>
    Refused,

    /// <summary>The client could not read the answer.</summary>
    NotRead,

    /// <summary>The test could not make the call.</summary>
    NotCalled,
}

/// <summary>What became of an operation.</summary>
/// <param name="Pointer">Its place.</param>
/// <param name="Calls">What became of each call, and why.</param>
internal sealed record OperationResult(string Pointer, IReadOnlyList<(string Call, CallOutcome Outcome, string Reason)> Calls)
{
    /// <summary>Gets whether Prism can serve the operation at all.</summary>
    public bool IsServed => Calls.Any(call => call.Outcome != CallOutcome.NotServed);

    /// <summary>Gets whether all is well with what Prism serves.</summary>
    public bool IsPassed => Calls.All(call => call.Outcome is CallOutcome.Passed or CallOutcome.NotServed);
}

/// <summary>What became of a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Error">Why Prism or the test cannot serve it; null if it can.</param>
/// <param name="Operations">Its operations.</param>
internal sealed record DocumentResult(string Path, string? Error, IReadOnlyList<OperationResult> Operations);
