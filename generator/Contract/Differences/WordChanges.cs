using System.Collections.Generic;
using System.Globalization;
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
        if (before.Type != after.Type)
        {
            yield return TypeChange(what, before, after);
        }

        if (before.Has("required") != after.Has("required") && !(before.Has("constant") || after.Has("constant")))
        {
            yield return after.Has("required")
                ? new Change($"{what}.required", before, after, $"{name} became required, was optional")
                : new Change($"{what}.optional", before, after, $"{name} became optional, was required");
        }

        if (before.Get(BoundText.Value) != after.Get(BoundText.Value) || before.Has("constant") != after.Has("constant"))
        {
            yield return new Change($"{what}.constant", before, after, $"{name} is {Constant(after)}, was {Constant(before)}");
        }

        if (isSent)
        {
            foreach (Change change in BoundChanges(what, before, after))
            {
                yield return change;
            }
        }

        if (before.Name != after.Name)
        {
            yield return new Change("name.changed", before, after, $"{name} is called {after.Name} now, was {before.Name}");
        }

        if (!before.Has("deprecated") && after.Has("deprecated"))
        {
            yield return new Change($"{what}.deprecated", before, after, $"{name} is deprecated now");
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

    private static IEnumerable<Change> BoundChanges(string what, Fact before, Fact after)
    {
        string? was = before.Get(BoundText.Default), isNow = after.Get(BoundText.Default);
        if (was != isNow)
        {
            yield return new Change($"{what}.default", before, after, $"{after.Subject} left out means {isNow ?? "nothing"} now, was {was ?? "nothing"}");
        }

        foreach (string keyword in BoundText.Keywords)
        {
            (string? old, string? current) = (before.Get(keyword), after.Get(keyword));
            if (old != current)
            {
                string kind = IsNarrower(keyword, old, current) ? "constraint.narrowed" : "constraint.widened";
                yield return new Change(kind, before, after, current is null
                    ? $"{after.Subject} has no {keyword} any more, was {old}"
                    : $"{after.Subject} has {keyword} {current} now, {(old is null ? "had none" : "was " + old)}");
            }
        }
    }

    // Of patterns nobody can tell which takes less.
    private static bool IsNarrower(string keyword, string? before, string? after)
    {
        if (before is null || after is null)
        {
            return before is null;
        }

        if (!decimal.TryParse(before, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal was)
            || !decimal.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal isNow))
        {
            return true;
        }

        return IsUpper(keyword) ? isNow < was : keyword == "multipleOf" || isNow > was;
    }

    private static bool IsUpper(string keyword) =>
        keyword.StartsWith("max", System.StringComparison.Ordinal) || keyword == BoundText.KeywordOf(Model.BoundKind.ExclusiveMaximum);

    private static string Constant(Fact fact) => fact.Get(BoundText.Value) is { } value ? $"always {value}" : "any value";
}
