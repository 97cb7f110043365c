using DatabricksApps.Gen.Model;

namespace DatabricksApps.Shuffle;

/// <summary>Holds the C# of a document to that of the same document in other orders, and with a neighbour.</summary>
internal static class ShuffleCheck
{
    /// <summary>Shuffles a document.</summary>
    /// <param name="file">The document.</param>
    /// <param name="seeds">How many orders are tried.</param>
    /// <returns>What differs, each once.</returns>
    public static IReadOnlyList<Difference> Run(DocumentFile file, int seeds)
    {
        ClientModel? before = file.Bind(file.Root);
        return Once(Enumerable.Range(1, seeds).SelectMany(
            seed => ClientFacts.Compare(before, file.Bind(DocumentOrder.Shuffle(file.Root, seed)))));
    }

    /// <summary>Adds newcomers to a document, one at a time.</summary>
    /// <param name="file">The document.</param>
    /// <param name="seeds">How many newcomers are tried.</param>
    /// <returns>What differs, each once.</returns>
    public static IReadOnlyList<Difference> AddNeighbours(DocumentFile file, int seeds)
    {
        ClientModel? before = file.Bind(file.Root);
        return Once(Enumerable.Range(1, seeds).SelectMany(seed => Neighbour.Add(file.Root, seed).Compare(file, before)));
    }

    /// <summary>A place that differs in ten orders is one that differs.</summary>
    private static IReadOnlyList<Difference> Once(IEnumerable<Difference> differences) =>
        [.. differences.DistinctBy(difference => difference.Fact)];
}
