using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>What of a list of facts stayed, went, came, and what has another name on the wire.</summary>
internal sealed class Pairs
{
    private Pairs(
        IReadOnlyList<(Fact Before, Fact After)> same, IReadOnlyList<(Fact Before, Fact After)> renamed, IReadOnlyList<Fact> gone, IReadOnlyList<Fact> added)
    {
        Same = same;
        Renamed = renamed;
        Gone = gone;
        Added = added;
    }

    public IReadOnlyList<(Fact Before, Fact After)> Same { get; }

    /// <summary>Gets those that are gone while one that says the same is new, and no other is either.</summary>
    public IReadOnlyList<(Fact Before, Fact After)> Renamed { get; }

    public IReadOnlyList<Fact> Gone { get; }

    public IReadOnlyList<Fact> Added { get; }

    public static Pairs Of(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after)
    {
        Dictionary<string, Fact> now = after.ToDictionary(fact => fact.Part);
        HashSet<string> was = new(before.Select(fact => fact.Part));
        List<Fact> gone = before.Where(fact => !now.ContainsKey(fact.Part)).ToList();
        List<Fact> added = after.Where(fact => !was.Contains(fact.Part)).ToList();
        List<(Fact, Fact)> renamed = new();
        foreach (Fact one in gone.ToList())
        {
            List<Fact> alike = added.Where(other => SayTheSame(one, other)).ToList();
            if (alike.Count == 1 && gone.Count(other => SayTheSame(other, alike[0])) == 1)
            {
                renamed.Add((one, alike[0]));
                gone.Remove(one);
                added.Remove(alike[0]);
            }
        }

        return new Pairs(
            before.Where(fact => now.ContainsKey(fact.Part)).Select(fact => (fact, now[fact.Part])).ToList(), renamed, gone, added);
    }

    // Values of enums and cases say nothing but what they are.
    private static bool SayTheSame(Fact one, Fact other) =>
        one.Kind is FactKind.Member or FactKind.Parameter or FactKind.Field
        && PlaceOf(one) == PlaceOf(other)
        && one.Words.Where(IsNoPosition).SequenceEqual(other.Words.Where(IsNoPosition))
        && (one.Kind == FactKind.Member || one.Words.Last() == other.Words.Last());

    private static string PlaceOf(Fact fact) => fact.Kind == FactKind.Parameter ? fact.Part.Split(' ')[0] : "";

    private static bool IsNoPosition(string word) => word[0] != '@';
}
