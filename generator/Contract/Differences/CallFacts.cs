using System.Collections.Generic;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>What is said of one call. Where it moved, it is another call than it was.</summary>
/// <param name="Index">The facts of the document.</param>
/// <param name="Owner">The call, such as <c>GET /api/items</c>.</param>
internal sealed record CallFacts(FactIndex Index, string Owner)
{
    public IReadOnlyList<Fact> Of(FactKind kind) => Index.Of(kind, Owner);
}
