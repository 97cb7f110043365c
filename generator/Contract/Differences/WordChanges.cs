using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what is said of one value: a parameter, a field, a property.</summary>
internal static class WordChanges
{
    /// <summary>Gets the changes.</summary>
    /// <param name="what">How kinds of change begin: <c>parameter</c>, <c>field</c>, <c>property</c>.</param>
    /// <param name="before">The value as it was.</param>
    /// <param name="after">The value as it is.</param>
    /// <param name="isSent">Whether a caller gives it, so that bounds and defaults hold for her.</param>
    public static IEnumerable<Change> Of(string what, Fact before, Fact after, bool isSent)
    {
        string name = after.Subject;
        // Whether null may be given is known of what must be given alone: of the rest null is what is left out.
        bool isPresenceNew = IsAlwaysThere(before) != IsAlwaysThere(after);
        if (before.Type != after.Type && !(isPresenceNew && after.Kind != FactKind.Member && before.Type?.TrimEnd('?') == after.Type?.TrimEnd('?')))
        {
            yield return TypeChange(what, before, after);
        }

        if (isPresenceNew && (after.Kind == FactKind.Member || !(before.Has("constant") || after.Has("constant"))))
        {
            yield return IsAlwaysThere(after)
                ? new Change($"{what}.required", before, after, $"{name} became required, was optional")
                : new Change($"{what}.optional", before, after, $"{name} became optional, was required");
        }

        if (!Differences.BoundChanges.IsSame(before.Get(BoundText.Value), after.Get(BoundText.Value)) || before.Has("constant") != after.Has("constant") && (after.Kind != FactKind.Member || after.Get(BoundText.Value) is null))
        {
            // What is no constant any more and of another type is told as that.
            if (after.Get(BoundText.Value) is not null || before.Type?.TrimEnd('?') == after.Type?.TrimEnd('?'))
            {
                yield return new Change($"{what}.constant", before, after, $"{name} is {Constant(after)}, was {Constant(before)}");
            }
        }

        if (Pairs.PlaceOf(before) != Pairs.PlaceOf(after))
        {
            yield return new Change($"{what}.style", before, after, $"{name} goes {Place(after)} now, was {Place(before)}");
        }

        if (isSent)
        {
            if (!SpellingWords.In(before).SequenceEqual(SpellingWords.In(after)))
            {
                yield return new Change($"{what}.style", before, after, $"{name} is sent {SpellingWords.Spell(after)} now, was {SpellingWords.Spell(before)}");
            }

            foreach (Change change in BoundChanges(what, before, after))
            {
                yield return change;
            }
        }

        // What is always the same is given by nobody, and has no name.
        if (before.Name != after.Name && before.Name.Length > 0 && after.Name.Length > 0)
        {
            yield return new Change("name.changed", before, after, $"{name} is called {after.Name} now, was {before.Name}");
        }

        foreach (Change change in Lifecycle(what, before, after, name))
        {
            yield return change;
        }
    }

    // What is always the same is always there.
    private static bool IsAlwaysThere(Fact fact) => fact.Has("required") || (fact.Kind == FactKind.Member && fact.Has("constant"));

    /// <summary>Tells what became deprecated, and what is no more.</summary>
    /// <param name="what">How kinds of change begin.</param>
    /// <param name="before">What it was.</param>
    /// <param name="after">What it is.</param>
    /// <param name="name">What it is about, in words.</param>
    public static IEnumerable<Change> Lifecycle(string what, Fact before, Fact after, string name)
    {
        if (before.Has("deprecated") != after.Has("deprecated"))
        {
            yield return after.Has("deprecated")
                ? new Change($"{what}.deprecated", before, after, $"{name} is deprecated now")
                : new Change($"{what}.reactivated", before, after, $"{name} is not deprecated any more");
        }
    }

    private static Change TypeChange(string what, Fact before, Fact after)
    {
        string name = after.Subject;
        string was = before.Type ?? "", isNow = after.Type ?? "";
        return was == isNow + "?" ? new Change($"{what}.nullable.narrowed", before, after, $"{name} is never null now, could be null")
            : isNow == was + "?" ? new Change($"{what}.nullable.widened", before, after, $"{name} may be null now, was never null")
            : new Change($"{what}.type", before, after, $"{name} is {isNow} now, was {was}");
    }

    /// <summary>Compares what limits a value that a caller gives, and what holds where she gives none.</summary>
    public static IEnumerable<Change> BoundChanges(string what, Fact before, Fact after)
    {
        string? was = before.Get(BoundText.Default), isNow = after.Get(BoundText.Default);

        // What must be given now is left out nowhere, and told as that.
        if (!Differences.BoundChanges.IsSame(was, isNow) && !after.Has("constant") && !(after.Has("required") && !before.Has("required")))
        {
            yield return new Change($"{what}.default", before, after, $"{after.Subject} left out means {isNow ?? "nothing"} now, was {was ?? "nothing"}");
        }

        foreach (Change change in Differences.BoundChanges.Of(before, after))
        {
            yield return change;
        }
    }

    private static string Place(Fact parameter) => Pairs.PlaceOf(parameter) switch
    {
        "?" => "in the query",
        "path" => "in the path",
        var place => $"as a {place}",
    };

    private static string Constant(Fact fact) => fact.Get(BoundText.Value) is { } value ? $"always {value}" : $"any {fact.Type?.TrimEnd('?')}";
}
