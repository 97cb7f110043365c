using System;
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

    /// <summary>Gets those that stayed; a parameter may go at another place.</summary>
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
        List<(Fact, Fact)> same = before.Where(fact => now.ContainsKey(fact.Part)).Select(fact => (fact, now[fact.Part])).ToList();

        // What goes at another place is the same to who gives it.
        foreach (Fact one in gone.Where(fact => fact.Kind == FactKind.Parameter).ToList())
        {
            if (added.Where(other => IsElsewhere(one, other)).ToList() is [var elsewhere])
            {
                same.Add((one, elsewhere));
                gone.Remove(one);
                added.Remove(elsewhere);
            }
        }

        List<(Fact, Fact)> renamed = new();
        foreach (Fact one in gone.ToList())
        {
            // Of several the one at the same place: with a lock a newcomer stands after all others, so that the place alone says little.
            if ((Only(one, (one, other) => SayTheSame(one, other) && one.Position == other.Position) ?? Only(one, SayTheSame)) is { } alike)
            {
                renamed.Add((one, alike));
                gone.Remove(one);
                added.Remove(alike);
            }
        }

        return new Pairs(same, renamed, gone, added);

        Fact? Only(Fact one, Func<Fact, Fact, bool> isAlike)
        {
            List<Fact> alike = added.Where(other => isAlike(one, other)).ToList();
            return alike.Count == 1 && gone.Count(other => isAlike(other, alike[0])) == 1 ? alike[0] : null;
        }
    }

    // Values of enums and cases say nothing but what they are.
    private static bool SayTheSame(Fact one, Fact other) =>
        one.Kind is FactKind.Member or FactKind.Parameter or FactKind.Field
        && PlaceOf(one) == PlaceOf(other)
        && one.Words.Where(IsNoPosition).SequenceEqual(other.Words.Where(IsNoPosition));

    /// <summary>Gets where a parameter goes, as a lock spells it: <c>?</c>, <c>header</c>; of all else nothing.</summary>
    public static string PlaceOf(Fact fact) => fact.Kind == FactKind.Parameter ? fact.Part.Split(' ')[0] : "";

    private static bool IsElsewhere(Fact one, Fact other) => other.Kind == FactKind.Parameter && PlaceOf(one) != PlaceOf(other)
        && string.Equals(NameOf(one), NameOf(other), FactKey.IsHeader(one.Kind, one.Part) || FactKey.IsHeader(other.Kind, other.Part) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string NameOf(Fact parameter) => parameter.Part.Split([' '], 2).Last();

    private static bool IsNoPosition(string word) => word[0] != '@';
}
