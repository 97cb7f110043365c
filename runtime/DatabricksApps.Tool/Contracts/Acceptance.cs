using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Contracts;

/// <summary>Accepts some of what changed: of these the lock says what is, of all others what was.</summary>
internal static class Acceptance
{
    /// <summary>Tells whether a fact is meant: by its line's left column, or by what it belongs to.</summary>
    public static bool IsMeant(Fact fact, string named) => fact.Key == named || fact.Owner == named;

    /// <summary>Joins what is accepted.</summary>
    /// <param name="accepted">What was accepted before.</param>
    /// <param name="now">What the document promises.</param>
    /// <param name="named">Which facts are accepted.</param>
    public static EquatableArray<Fact> Join(EquatableArray<Fact> accepted, EquatableArray<Fact> now, IReadOnlyCollection<string> named) =>
        Surface.Sort(accepted.Where(fact => !IsNamed(fact, named)).Concat(now.Where(fact => IsNamed(fact, named))));

    private static bool IsNamed(Fact fact, IReadOnlyCollection<string> named) => named.Any(name => IsMeant(fact, name));
}
