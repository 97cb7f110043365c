using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Finds the types that have another name, so that nothing else about them counts as changed.</summary>
/// <remarks>
/// A type is known again by its place in the document, else by what it says, if one alone of those that are gone and of those
/// that are new says so. What it says has the names of other types in it: so all is looked at again as long as one was found.
/// </remarks>
internal sealed class TypeRenames
{
    private readonly FactIndex _was;
    private readonly FactIndex _now;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(Fact Before, Fact After)> _pairs = new();
    private List<Fact> _gone;
    private List<Fact> _new;

    private TypeRenames(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        _was = new FactIndex(before);
        _now = new FactIndex(after);
        _gone = _was.Of(FactKind.Type).Where(type => _now.Same(type) is null).ToList();
        _new = _now.Of(FactKind.Type).Where(type => _was.Same(type) is null).ToList();
    }

    /// <summary>Gives the former facts with the present names of types, and tells which changed.</summary>
    public static (EquatableArray<Fact> Facts, IReadOnlyList<Change> Changes) Apply(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        TypeRenames renames = new(before, after);
        renames.Pair(PlaceOf, PlaceOf);
        while (renames.Pair(gone => TextOf(renames._was, gone, renames._names), type => TextOf(renames._now, type, new(StringComparer.Ordinal))))
        {
        }

        Dictionary<string, string> names = renames._names;
        return (names.Count == 0 ? before : before.Select(fact => Renamed(fact, names)).ToEquatableArray(), renames._pairs.Select(renames.Told).ToList());
    }

    private Change Told((Fact Before, Fact After) pair)
    {
        bool isSame = TextOf(_was, pair.Before, _names) == TextOf(_now, pair.After, new(StringComparer.Ordinal));
        return new Change(
            "name.changed", pair.Before, pair.After, $"{pair.Before.Owner} is called {pair.After.Owner} now{(isSame ? "; on the wire nothing changed" : "")}");
    }

    private bool Pair(Func<Fact, string> keyOfGone, Func<Fact, string> keyOfNew)
    {
        if (_gone.Count == 0 || _new.Count == 0)
        {
            return false;
        }

        Dictionary<string, Fact?> gone = Only(_gone, keyOfGone);
        List<(Fact Before, Fact After)> pairs = Only(_new, keyOfNew)
            .Where(type => type.Key.Length > 0 && type.Value is not null && gone.TryGetValue(type.Key, out Fact? former) && former is not null)
            .Select(type => (gone[type.Key]!, type.Value!))
            .ToList();
        foreach ((Fact before, Fact after) in pairs)
        {
            _names.Add(before.Owner, after.Owner);
        }

        _pairs.AddRange(pairs);

        HashSet<Fact> found = new(pairs.SelectMany(pair => new[] { pair.Before, pair.After }));
        _gone = _gone.Where(type => !found.Contains(type)).ToList();
        _new = _new.Where(type => !found.Contains(type)).ToList();
        return pairs.Count > 0;
    }

    private static Dictionary<string, Fact?> Only(List<Fact> types, Func<Fact, string> keyOf) =>
        types.GroupBy(keyOf, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count() == 1 ? same.First() : null, StringComparer.Ordinal);

    // The types of both ways may stand at one place, and a list and its items at none of their own.
    private static string PlaceOf(Fact type) => type.Get("at") is { Length: > 0 } place
        ? $"{WirePlaces.WithoutNames(place)} {type.Type} {type.Has(TypeDirections.Sent)} {type.Has(TypeDirections.Received)}"
        : "";

    // A type that holds itself says its own name.
    private static string TextOf(FactIndex index, Fact type, Dictionary<string, string> names)
    {
        Dictionary<string, string> own = new(names, StringComparer.Ordinal) { [type.Owner] = "" };
        IEnumerable<string> parts = new[] { FactKind.Member, FactKind.Value, FactKind.Case }
            .SelectMany(kind => index.Of(kind, type.Owner))
            .Select(part => Renamed(part, own))
            .Select(part => $"{part.Kind} {part.Part} {string.Join(" ", part.Words)}")
            .OrderBy(part => part, StringComparer.Ordinal);
        return $"{type.Type}\n{string.Join("\n", parts)}";
    }

    // status=200:Item
    private static string InCase(string word, Dictionary<string, string> names) =>
        (word.StartsWith("status=", StringComparison.Ordinal) || word.StartsWith("event=", StringComparison.Ordinal)) && word.IndexOf(':') is > 0 and int colon
        ? word.Substring(0, colon) + TypeWords.Replace(word.Substring(colon), names)
        : word;

    /// <summary>Gives a fact other names of types.</summary>
    public static Fact Renamed(Fact fact, Dictionary<string, string> names)
    {
        string owner = names.TryGetValue(fact.Owner, out string? name) ? name : fact.Owner;
        string part = fact.Kind == FactKind.Case ? TypeWords.Replace(fact.Part, names) : fact.Part;
        EquatableArray<string> words = fact.Kind is FactKind.Operation or FactKind.Type or FactKind.Value or FactKind.Case or FactKind.Header || fact.Words.IsEmpty
            ? fact.Words
            : fact.Words.Select((word, i) => i == 0 ? TypeWords.Replace(word, names) : InCase(word, names)).ToEquatableArray();
        Fact renamed = fact with { Owner = owner, Part = part, Words = words, Name = fact.Kind == FactKind.Type ? owner : fact.Name };
        return owner == fact.Owner && part == fact.Part ? renamed : fact.Respelled(renamed);
    }
}
