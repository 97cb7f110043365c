using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract;

/// <summary>
/// Says how a value is spelled on the wire, where that is not how such a value is spelled without a word of the document:
/// <c>style=pipeDelimited</c>, <c>explode=false</c>, <c>content=application/json</c>.
/// </summary>
internal static partial class SpellingWords
{
    private static readonly string[] s_starts = { "style=", "explode=", "content=" };

    /// <summary>Gets the words of a fact.</summary>
    public static IEnumerable<string> In(Fact fact) => fact.Words.Where(word => s_starts.Any(start => word.StartsWith(start, System.StringComparison.Ordinal)));

    public static string Spell(Fact fact) => string.Join(" ", In(fact)) is { Length: > 0 } words ? $"with {words}" : "as usual";
}
