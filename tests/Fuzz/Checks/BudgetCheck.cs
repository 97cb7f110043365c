using DatabricksApps.Harness;

namespace DatabricksApps.Fuzz.Checks;

/// <summary>Memory and output are bounded by the size of the document.</summary>
/// <remarks>
/// Real documents and their slices need at most a third of each: what exceeds them grows by a power of the document, or
/// exponentially.
/// </remarks>
internal static class BudgetCheck
{
    public const string Prefix = "budget ";

    // Of a first run, which fills caches and loads tables too.
    private const long AllocatedAtLeast = 60_000_000;
    private const long AllocatedPerByte = 1_500;

    // A path of twenty bytes is a method of two kilobytes, and a few paths by reference double it.
    private const long OutputAtLeast = 300_000;
    private const long OutputPerByte = 60;

    /// <summary>Finds what exceeds them.</summary>
    /// <param name="length">The document's length in bytes.</param>
    /// <param name="allocated">The bytes that were allocated.</param>
    /// <param name="code">What was generated.</param>
    public static IEnumerable<Failure> Find(long length, long allocated, GeneratedCode code)
    {
        if (allocated > AllocatedAtLeast + (AllocatedPerByte * length))
        {
            yield return new Failure(Prefix + "allocated", $"{allocated:N0} bytes were allocated for a document of {length:N0}");
        }

        long output = code.Trees.Sum(tree => (long)tree.Length);
        if (output > OutputAtLeast + (OutputPerByte * length))
        {
            yield return new Failure(Prefix + "output", $"{output:N0} characters were written for a document of {length:N0} bytes");
        }
    }
}
