using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares operations, and what belongs to them.</summary>
internal static class OperationChanges
{
    public static IEnumerable<Change> Of(FactIndex was, FactIndex now)
    {
        OperationMoves moves = OperationMoves.Of(was, now);
        foreach (Fact gone in moves.Gone)
        {
            yield return new Change("operation.removed", gone, null, $"{gone.Owner} is gone");
        }

        foreach (Fact operation in moves.Added)
        {
            yield return new Change("operation.added", null, operation, $"{operation.Owner} is new");
        }

        foreach ((Fact before, Fact after) in moves.Moved)
        {
            yield return new Change("operation.moved", before, after, $"{before.Owner} is {after.Owner} now");
        }

        IEnumerable<(Fact Before, Fact After)> stayed = now.Of(FactKind.Operation).Where(after => was.Same(after) is not null).Select(after => (was.Same(after)!, after));
        foreach ((Fact before, Fact after) in stayed.Concat(moves.Moved))
        {
            CallFacts old = new(was, before.Owner), current = new(now, after.Owner);
            foreach (Change change in Own(before, after).Concat(Parameters(old, current)).Concat(BodyChanges.Of(old, current)).Concat(AnswerChanges.Of(old, current)))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Own(Fact before, Fact after)
    {
        if (before.Name != after.Name)
        {
            bool isGroup = GroupOf(before) != GroupOf(after);
            yield return new Change(
                isGroup ? "operation.regrouped" : "name.changed", before, after, $"{after.Owner} is called by {after.Name} now, was {before.Name}");
        }

        foreach (Change change in WordChanges.Lifecycle("operation", before, after, after.Owner))
        {
            yield return change;
        }

        foreach (Change change in AddressChanges.Of(before, after))
        {
            yield return change;
        }

        foreach ((string word, string kind, string what) in new[] { ("scope=", "security.scope", "the scope"), ("key=", "security.key", "the API key") })
        {
            foreach (string added in Values(after, word).Except(Values(before, word)))
            {
                yield return new Change(kind + ".added", before, after, $"{after.Owner} needs {what} {added} now");
            }

            foreach (string gone in Values(before, word).Except(Values(after, word)))
            {
                yield return new Change(kind + ".removed", before, after, $"{after.Owner} does not need {what} {gone} any more");
            }
        }
    }

    // A method of another group may also lose or get the words that the group says.
    private static string GroupOf(Fact operation) => operation.Name.Substring(0, Math.Max(0, operation.Name.LastIndexOf('.')));

    private static IEnumerable<string> Values(Fact fact, string start) =>
        fact.Words.Where(word => word.StartsWith(start, StringComparison.Ordinal)).Select(word => AddressChanges.SchemeOf(word.Substring(start.Length)));

    private static IEnumerable<Change> Parameters(CallFacts was, CallFacts now) =>
        ValuesOfCall("parameter", Pairs.Of(was.Of(FactKind.Parameter), now.Of(FactKind.Parameter)));

    /// <summary>Compares what a caller gives, one by one.</summary>
    public static IEnumerable<Change> ValuesOfCall(string what, Pairs pairs)
    {
        foreach ((Fact gone, Fact added) in pairs.Renamed)
        {
            yield return new Change($"{what}.renamed", gone, added, $"{gone.Subject} is {WireOf(added)} now");
        }

        foreach (Fact gone in pairs.Gone)
        {
            yield return new Change($"{what}.removed", gone, null, $"{gone.Subject} is gone: the app ignores it, or refuses the call");
        }

        foreach (Fact added in pairs.Added)
        {
            yield return added.Has("required")
                ? new Change($"{what}.added.required", null, added, $"{added.Subject} must be given now")
                : new Change($"{what}.added", null, added, $"{added.Subject} can be given now");
        }

        foreach ((Fact before, Fact after) in pairs.Same)
        {
            foreach (Change change in WordChanges.Of(what, before, after, isSent: true))
            {
                yield return change;
            }
        }

        // The order in which a caller gives them; one that is new among them is told as such.
        List<(Fact Before, Fact After)> inOrder = pairs.Same.OrderBy(pair => PositionOf(pair.Before)).ToList();
        for (int i = 1; i < inOrder.Count; i++)
        {
            if (PositionOf(inOrder[i].After) < PositionOf(inOrder[i - 1].After))
            {
                yield return new Change(
                    $"{what}.order", inOrder[i].Before, inOrder[i].After, $"{inOrder[i].After.Subject} comes before {WireOf(inOrder[i - 1].After)} now");
            }
        }
    }

    private static string WireOf(Fact fact) => $"'{fact.Part.Split([' '], fact.Kind == FactKind.Parameter ? 2 : 1).Last()}'";

    private static int PositionOf(Fact fact) => fact.Position ?? 0;
}
