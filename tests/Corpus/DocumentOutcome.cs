namespace DatabricksApps.Corpus;

/// <summary>What came of a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Failures">Why it failed; empty: it passed.</param>
/// <param name="Operations">Its operations.</param>
/// <param name="Methods">The methods that the client has for them.</param>
internal sealed record DocumentOutcome(
    string Path,
    IReadOnlyList<string> Failures,
    IReadOnlyList<DocumentOperation> Operations,
    IReadOnlyList<GeneratedMethod> Methods)
{
    public bool IsPassed => Failures.Count == 0;

    /// <summary>Gets the operations that have a method.</summary>
    public IEnumerable<DocumentOperation> Covered =>
        Operations.IntersectBy(Methods.Select(method => method.Pointer), operation => operation.Pointer);
}
