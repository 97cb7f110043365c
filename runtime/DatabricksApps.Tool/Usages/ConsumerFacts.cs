using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Usages;

/// <summary>
/// Cuts a document down to what a consumer knows of it: its usage file has the facts of what it uses and of what that holds, so
/// the others would all look new.
/// </summary>
internal static class ConsumerFacts
{
    public static (EquatableArray<Fact> Before, EquatableArray<Fact> Now) Of(CodeUsage usage, EquatableArray<Fact> now)
    {
        HashSet<string> calls = [.. usage.Facts.Where(fact => IsCalled(usage, fact)).Select(fact => fact.Owner)];
        return (Cut(usage, usage.Facts, calls), Cut(usage, now, calls));
    }

    private static bool IsCalled(CodeUsage usage, Fact fact) => fact.Kind is FactKind.Operation or FactKind.Method && usage.Calls.Contains(fact.Name);

    private static EquatableArray<Fact> Cut(CodeUsage usage, EquatableArray<Fact> facts, HashSet<string> calls)
    {
        // By its name too: a route that moved is the same method.
        HashSet<string> owners = [.. facts
            .Where(fact => (fact.Kind == FactKind.Operation && calls.Contains(fact.Owner)) || IsCalled(usage, fact))
            .Select(fact => fact.Owner)];
        IEnumerable<string> named = facts.Where(fact => fact.Kind < FactKind.Type && owners.Contains(fact.Owner)).SelectMany(TypeClosure.NamedIn);
        IEnumerable<string> used = usage.Reads.Concat(usage.Sets).Concat(usage.Uses).Concat(usage.Types).Concat(usage.Whole).Select(name => name.Split('.')[0]);
        HashSet<string> types = TypeClosure.Of(named.Concat(used), [new FactIndex(facts)]);
        return facts.Where(fact => (fact.Kind < FactKind.Type ? owners : types).Contains(fact.Owner)).ToEquatableArray();
    }
}
