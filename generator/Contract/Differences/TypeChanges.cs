using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares types, and what belongs to them.</summary>
internal static class TypeChanges
{
    public static IEnumerable<Change> Of(FactIndex was, FactIndex now)
    {
        foreach (Fact gone in was.Of(FactKind.Type).Where(type => now.Same(type) is null))
        {
            yield return new Change("type.removed", gone, null, $"the type {gone.Owner} is gone");
        }

        foreach (Fact type in now.Of(FactKind.Type))
        {
            IEnumerable<Change> changes = was.Same(type) is { } before
                ? Of(was, now, before, type)
                : [new Change("type.added", null, type, $"the type {type.Owner} is new")];
            foreach (Change change in changes)
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Of(FactIndex was, FactIndex now, Fact before, Fact after)
    {
        bool isTold = TagOf(before) is not null && TagOf(after) is not null;
        if (before.Type != after.Type && !isTold)
        {
            return [new Change("type.kind", before, after, $"{after.Owner} is {KindOf(after)} now, was {KindOf(before)}")];
        }

        bool isSent = after.Has(TypeDirections.Sent);
        IEnumerable<Change> own = TagOf(before) != TagOf(after)
            ? [new Change("union.tag", before, after, $"the cases of {after.Owner} are told by {TagText(after)} now, were by {TagText(before)}")]
            : [];
        return own.Concat(WordChanges.Lifecycle("type", before, after, after.Owner))
            .Concat(Members(was, now, after.Owner, isSent))
            .Concat(Values(was, now, after.Owner))
            .Concat(Cases(was, now, after.Owner, isSameTag: before.Type == after.Type));
    }

    private static IEnumerable<Change> Members(FactIndex was, FactIndex now, string owner, bool isSent)
    {
        IReadOnlyList<Fact> before = was.Of(FactKind.Member, owner), after = now.Of(FactKind.Member, owner);
        Pairs pairs = Pairs.Of(before, after);
        foreach ((Fact gone, Fact added) in pairs.Renamed)
        {
            yield return new Change("property.renamed", gone, added, $"{gone.Subject} is '{added.Part}' now");
        }

        foreach (Fact gone in pairs.Gone)
        {
            yield return new Change("property.removed", gone, null, $"{gone.Subject} is gone, was {string.Join(", ", gone.Words)}");
        }

        foreach (Fact added in pairs.Added)
        {
            if (isSent && added.Has("constant"))
            {
                yield return new Change("property.added.constant", null, added, $"{added.Subject} is new, and always {added.Get(BoundText.Value)}");
                continue;
            }

            bool isDemanded = isSent && added.Has("required");
            yield return new Change(
                isDemanded ? "property.added.required" : "property.added", null, added,
                isDemanded ? $"{added.Subject} must be given now" : $"{added.Subject} is new");
        }

        foreach ((Fact old, Fact current) in pairs.Same)
        {
            foreach (Change change in WordChanges.Of("property", old, current, isSent))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Values(FactIndex was, FactIndex now, string owner)
    {
        Pairs pairs = Pairs.Of(was.Of(FactKind.Value, owner), now.Of(FactKind.Value, owner));

        // One name in C#, and another text on the wire: red and RED.
        List<(Fact Before, Fact After)> respelled = [.. pairs.Gone.Where(gone => gone.Name.Length > 0)
            .SelectMany(gone => pairs.Added.Where(added => added.Name == gone.Name).Select(added => (gone, added)))];
        return respelled.Select(pair => new Change("enum.value.respelled", pair.Before, pair.After, $"'{pair.Before.Part}' of {owner} is '{pair.After.Part}' now"))
            .Concat(pairs.Gone.Except(respelled.Select(pair => pair.Before)).Select(gone => new Change("enum.value.removed", gone, null, $"'{gone.Part}' is no value of {owner} any more")))
            .Concat(pairs.Added.Except(respelled.Select(pair => pair.After)).Select(added => new Change("enum.value.added", null, added, $"'{added.Part}' is a value of {owner} now")))
            .Concat(Names(pairs));
    }

    private static IEnumerable<Change> Cases(FactIndex was, FactIndex now, string owner, bool isSameTag)
    {
        Pairs pairs = Pairs.Of(was.Of(FactKind.Case, owner), now.Of(FactKind.Case, owner));
        return pairs.Gone.Select(gone => new Change("union.case.removed", gone, null, $"{gone.Part} is no case of {owner} any more"))
            .Concat(pairs.Added.Select(added => new Change("union.case.added", null, added, $"{added.Part} is a case of {owner} now")))
            .Concat(pairs.Same.Where(pair => isSameTag && !TagsOf(pair.Before).SequenceEqual(TagsOf(pair.After))).Select(pair => new Change(
                "union.tag", pair.Before, pair.After, $"{pair.After.Part} of {owner} is told by {Tags(pair.After)} now, was {Tags(pair.Before)}")))
            .Concat(Order(pairs, owner))
            .Concat(Names(pairs));
    }

    // A lock may be older than the places of cases.
    private static IEnumerable<Change> Order(Pairs pairs, string owner)
    {
        List<(Fact Before, Fact After)> inOrder = pairs.Same.Where(pair => pair is { Before.Position: not null, After.Position: not null }).OrderBy(pair => pair.Before.Position).ToList();
        return inOrder.Skip(1).Zip(inOrder, (pair, former) => (pair, former))
            .Where(next => next.pair.After.Position < next.former.After.Position)
            .Select(next => new Change("union.order", next.pair.Before, next.pair.After, $"the case {next.pair.After.Part} of {owner} comes before {next.former.After.Part} now"));
    }

    private static IEnumerable<string> TagsOf(Fact one) => one.Words.Where(word => word[0] != '@');

    private static string Tags(Fact one) => TagsOf(one).Any() ? string.Join(", ", TagsOf(one)) : "its shape";

    private static IEnumerable<Change> Names(Pairs pairs) => pairs.Same
        .Where(pair => pair.Before.Name != pair.After.Name)
        .Select(pair => new Change("name.changed", pair.Before, pair.After, $"{pair.After.Subject} is called {pair.After.Name} now, was {pair.Before.Name}"));

    // The property that names the case of a union; empty: none does; null: it is no union.
    private static string? TagOf(Fact type) => type.Type == "union" ? "" : type.Type?.StartsWith("union:", System.StringComparison.Ordinal) == true ? type.Type.Substring("union:".Length) : null;

    private static string TagText(Fact type) => TagOf(type) is { Length: > 0 } tag ? $"'{tag}'" : "their shape";

    private static string KindOf(Fact type) => type.Type switch
    {
        null => "nothing",
        ['o', ..] or ['e', ..] => "an " + type.Type,
        _ => "a " + type.Type,
    };
}
