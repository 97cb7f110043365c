using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Finds the operations that are at another route, so that they count as neither gone nor new.</summary>
/// <remarks>
/// An operation that is gone is known again in a new one that asks for the same and gives the same, if they alone say so, by the
/// name of its method, else by its route: a name that is made of the route, or told apart by it, moves along. What says the same
/// at a route of its own (<c>DELETE /users/{id}</c>, <c>DELETE /teams/{id}</c>) is another operation.
/// </remarks>
internal sealed class OperationMoves
{
    private readonly FactIndex _was;
    private readonly FactIndex _now;
    private readonly List<Fact> _gone;
    private readonly List<Fact> _added;
    private readonly List<(Fact Before, Fact After)> _moved = new();

    private OperationMoves(FactIndex was, FactIndex now)
    {
        _was = was;
        _now = now;
        _gone = was.Of(FactKind.Operation).Where(operation => now.Same(operation) is null).ToList();
        _added = now.Of(FactKind.Operation).Where(operation => was.Same(operation) is null).ToList();
    }

    /// <summary>Gets the operations that are at another route.</summary>
    public IReadOnlyList<(Fact Before, Fact After)> Moved => _moved;

    /// <summary>Gets those that are at none any more.</summary>
    public IReadOnlyList<Fact> Gone => _gone;

    public IReadOnlyList<Fact> Added => _added;

    public static OperationMoves Of(FactIndex was, FactIndex now)
    {
        OperationMoves moves = new(was, now);
        moves.Pair(operation => operation.Name, (_, _) => true);
        moves.Pair(MethodOf, (gone, added) => IsOneRoute(SegmentsOf(gone), SegmentsOf(added)));
        return moves;
    }

    private void Pair(Func<Fact, string> keyOf, Func<Fact, Fact, bool> isOne)
    {
        ILookup<string, Fact> added = _added.ToLookup(operation => $"{keyOf(operation)}\n{TextOf(_now, operation.Owner)}", StringComparer.Ordinal);
        List<(Fact Before, Fact After)> alike = _gone
            .SelectMany(gone => added[$"{keyOf(gone)}\n{TextOf(_was, gone.Owner)}"].Where(other => isOne(gone, other)).Select(other => (gone, other)))
            .ToList();
        List<(Fact Before, Fact After)> alone = alike
            .GroupBy(pair => pair.Before.Owner).Where(same => same.Count() == 1).SelectMany(same => same)
            .Where(pair => alike.Count(other => other.After.Owner == pair.After.Owner) == 1)
            .ToList();
        _moved.AddRange(alone);
        _gone.RemoveAll(operation => alone.Exists(pair => pair.Before == operation));
        _added.RemoveAll(operation => alone.Exists(pair => pair.After == operation));
    }

    // What is asked for, and what is given.
    private static string TextOf(FactIndex index, string owner) => string.Join("\n", new[] { FactKind.Parameter, FactKind.Body, FactKind.Field, FactKind.Answer }
        .SelectMany(kind => index.Of(kind, owner))
        .Select(fact => $"{fact.Kind} {fact.Part} {string.Join(" ", fact.Words)}"));

    private static string MethodOf(Fact operation) => operation.Owner.Split('/')[0];

    private static string[] SegmentsOf(Fact operation) => operation.Owner.Split('/').Skip(1).Where(segment => segment.Length > 0).ToArray();

    // /items and /api/items, with something put in or left out. A route without segments lies in all.
    private static bool IsOneRoute(string[] one, string[] other)
    {
        (string[] few, string[] many) = one.Length < other.Length ? (one, other) : (other, one);
        int found = 0;
        foreach (string segment in many)
        {
            found += found < few.Length && few[found] == segment ? 1 : 0;
        }

        return few.Length > 0 && found == few.Length;
    }
}
