using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Finds the types that have another name and say the same, so that nothing else about them counts as changed.</summary>
internal static class TypeRenames
{
    /// <summary>Gives the former facts with the present names of types, and tells which changed.</summary>
    public static (EquatableArray<Fact> Facts, IReadOnlyList<Change> Changes) Apply(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        FactIndex was = new(before), now = new(after);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<Change> changes = new();
        List<Fact> newTypes = now.Of(FactKind.Type).Where(type => was.Same(type) is null).ToList();
        foreach (Fact gone in was.Of(FactKind.Type).Where(type => now.Same(type) is null))
        {
            List<Fact> alike = newTypes.Where(type => !names.ContainsValue(type.Owner) && AreAlike(was, gone, now, type)).ToList();
            if (alike.Count == 1)
            {
                names.Add(gone.Owner, alike[0].Owner);
                changes.Add(new Change("name.changed", gone, alike[0], $"{gone.Owner} is called {alike[0].Owner} now; on the wire nothing changed"));
            }
        }

        return (names.Count == 0 ? before : before.Select(fact => Renamed(fact, names)).ToEquatableArray(), changes);
    }

    // A type that holds itself says its own name.
    private static bool AreAlike(FactIndex was, Fact before, FactIndex now, Fact after)
    {
        if (before.Type != after.Type)
        {
            return false;
        }

        Dictionary<string, string> own = new(StringComparer.Ordinal) { [before.Owner] = after.Owner };
        return PartsOf(was, before.Owner).Select(part => Text(Renamed(part, own))).SequenceEqual(PartsOf(now, after.Owner).Select(Text));
    }

    private static IEnumerable<Fact> PartsOf(FactIndex index, string owner) =>
        index.Of(FactKind.Member, owner).Concat(index.Of(FactKind.Value, owner)).Concat(index.Of(FactKind.Case, owner));

    private static string Text(Fact fact) => $"{fact.Kind} {fact.Part} {string.Join(" ", fact.Words)}";

    private static Fact Renamed(Fact fact, Dictionary<string, string> names)
    {
        string owner = names.TryGetValue(fact.Owner, out string? name) ? name : fact.Owner;
        string part = fact.Kind == FactKind.Case ? TypeWords.Replace(fact.Part, names) : fact.Part;
        EquatableArray<string> words = fact.Kind is FactKind.Operation or FactKind.Type or FactKind.Value or FactKind.Case || fact.Words.IsEmpty
            ? fact.Words
            : fact.Words.Select((word, i) => i == 0 ? TypeWords.Replace(word, names) : word).ToEquatableArray();
        return fact with { Owner = owner, Part = part, Words = words, Name = fact.Kind == FactKind.Type ? owner : fact.Name };
    }
}
