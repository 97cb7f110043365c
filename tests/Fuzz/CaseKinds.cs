using DatabricksApps.Fuzz.Documents;
using DatabricksApps.Fuzz.Runtime;

namespace DatabricksApps.Fuzz;

/// <summary>All kinds of cases.</summary>
internal static class CaseKinds
{
    /// <summary>Lists the kinds that the documents allow, those alone that are asked for.</summary>
    /// <param name="documents">The paths of the documents that are mutated.</param>
    /// <param name="only">The names of kinds or groups; empty: all.</param>
    public static IReadOnlyList<CaseKind> Select(IReadOnlyList<string> documents, IReadOnlyList<string> only) =>
    [
        .. DocumentKinds.All(new DocumentPool(documents))
            .Concat(RuntimeKinds.All())
            .Where(kind => only.Count == 0 || only.Contains(kind.Name) || only.Contains(kind.Group)),
    ];
}
