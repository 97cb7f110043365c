using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Contracts;

/// <summary>Accepts some of what changed: of these the lock says what is, of all others what was.</summary>
/// <remarks>
/// What is told as one change is accepted as one: both sides of a rename, all of a call that moved. And whatever is accepted, all
/// else is pending as it was, and nothing else is: where that cannot be said of the facts that are named, all of the call or type
/// is accepted that they belong to.
/// </remarks>
internal sealed class Acceptance
{
    private readonly EquatableArray<Fact> _was;
    private readonly EquatableArray<Fact> _now;
    private readonly Dictionary<string, string> _typesBefore;
    private readonly IReadOnlyList<Change> _changes;

    private Acceptance(EquatableArray<Fact> accepted, EquatableArray<Fact> now)
    {
        _now = now;
        EquatableArray<Fact> before = SameCalls.Apply(accepted, now);
        _changes = Difference.Of(before, now);
        (_was, IReadOnlyList<Change> renames) = TypeRenames.Apply(before, now);
        _typesBefore = renames.ToDictionary(rename => rename.After!.Owner, rename => rename.Before!.Owner, StringComparer.Ordinal);
    }

    /// <summary>Tells whether a change is meant: by the left column of a fact's line, or by what it belongs to.</summary>
    public static bool IsMeant(Change change, string named) =>
        SidesOf(change).Any(fact => IsOwner(fact, named) || fact.Key == named || LockText.Escape(fact) == named || fact.LockKey == named);

    /// <summary>Joins what is accepted.</summary>
    /// <param name="accepted">What was accepted before.</param>
    /// <param name="now">What the document promises.</param>
    /// <param name="named">Which facts are accepted.</param>
    /// <returns>What is accepted then, and what is left.</returns>
    public static (EquatableArray<Fact> Facts, IReadOnlyList<Change> Left) Join(EquatableArray<Fact> accepted, EquatableArray<Fact> now, IReadOnlyCollection<string> named)
    {
        Acceptance acceptance = new(accepted, now);
        List<Change> meant = [.. acceptance._changes.Where(change => named.Any(name => IsMeant(change, name)))];
        HashSet<string> wholes = [.. meant.SelectMany(change => SidesOf(change).Where(fact => IsMoved(change) || named.Any(name => IsOwner(fact, name)))).Select(fact => fact.Owner)];
        HashSet<(string, string, string)> known = [.. acceptance._changes.Select(Identity)];
        while (true)
        {
            EquatableArray<Fact> joined = acceptance.Join(meant, wholes);
            IReadOnlyList<Change> left = Difference.Of(joined, now);
            List<Change> strange = [.. left.Where(change => !known.Contains(Identity(change)) || meant.Any(other => Identity(other) == Identity(change)))];
            int count = wholes.Count;
            wholes.UnionWith(strange.Concat(strange.Count > 0 ? meant : []).SelectMany(change => new[] { change.Before?.Owner, change.After?.Owner }).OfType<string>());
            if (wholes.Count == count)
            {
                return (joined, left);
            }
        }
    }

    /// <summary>Gets what tells a change from all others.</summary>
    public static (string Kind, string Key, string Text) Identity(Change change) => (change.Kind, change.Key, change.Text);

    private static IEnumerable<Fact> SidesOf(Change change) => new[] { change.Before, change.After }.OfType<Fact>();

    // What belongs to a call goes where it goes.
    private static bool IsMoved(Change change) => change is { Before.Kind: FactKind.Operation, After: { } after } && after.Owner != change.Before.Owner;

    // An operation or type stands for all that belongs to it.
    private static bool IsOwner(Fact fact, string named) => fact.Owner == named || (fact.Kind is FactKind.Operation or FactKind.Type && fact.LockKey == named);

    private EquatableArray<Fact> Join(IReadOnlyList<Change> meant, HashSet<string> wholes)
    {
        Dictionary<string, Fact> joined = _was.Where(fact => !IsWhole(fact)).ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        foreach (Fact fact in meant.Select(change => change.Before).OfType<Fact>())
        {
            joined.Remove(fact.Kind == FactKind.Type && NowOf(fact.Owner) is { } name ? name : fact.Key);
        }

        foreach (Fact fact in meant.Concat(NewcomersBefore(meant)).Select(change => change.After).OfType<Fact>().Concat(_now.Where(IsWhole)))
        {
            joined[fact.Key] = fact;
        }

        Dictionary<string, string> names = _typesBefore
            .Where(type => !IsAccepted(type.Key, type.Value))
            .ToDictionary(type => type.Key, type => type.Value, StringComparer.Ordinal);
        return Surface.Sort(ParameterOrder.Keep(joined.Values, _was, _now).Select(fact => TypeRenames.Renamed(fact, names)));

        bool IsWhole(Fact fact) => wholes.Contains(fact.Owner) || (_typesBefore.TryGetValue(fact.Owner, out string? former) && wholes.Contains(former));

        bool IsAccepted(string type, string former) => wholes.Contains(type) || wholes.Contains(former)
            || meant.Any(change => change.After is { Kind: FactKind.Type } after && after.Owner == type);
    }

    private string? NowOf(string type) => _typesBefore.FirstOrDefault(pair => pair.Value == type).Key;

    // Two newcomers stand in the order of the document; of one that is known alone, the other would come after it.
    private IEnumerable<Change> NewcomersBefore(IReadOnlyList<Change> meant) => _changes.Where(change =>
        IsNewcomer(change) && meant.Any(other => IsNewcomer(other) && other.After!.Kind == change.After!.Kind && other.After.Owner == change.After.Owner
            && change.After.Position < other.After.Position));

    private static bool IsNewcomer(Change change) => change is { Before: null, After: { Kind: FactKind.Parameter or FactKind.Field, Position: not null } };
}
