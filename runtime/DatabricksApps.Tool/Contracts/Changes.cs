using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Usages;

namespace DatabricksApps.Tool.Contracts;

/// <summary>Finds what changed, the gravest first.</summary>
internal static class Changes
{
    /// <summary>Compares a document with what was accepted of it.</summary>
    public static IReadOnlyList<ReportedChange> Since(AcceptedLock accepted, string lockName, ClientContract now, string name, CodeUsage? usage = null) =>
        Find(accepted.Facts, now, name, lockName, usage, gone => gone.Select(accepted.LineOf).ToList());

    /// <summary>Compares two documents.</summary>
    public static IReadOnlyList<ReportedChange> Between(ClientContract before, string beforeName, ClientContract now, string name, CodeUsage? usage = null) =>
        Find(before.Facts, now, name, beforeName, usage, gone =>
        {
            IReadOnlyDictionary<string, int> lines = before.LinesOf(gone.Select(fact => fact.Pointer));
            return gone.Select(fact => lines.TryGetValue(fact.Pointer, out int line) ? line : (int?)null).ToList();
        });

    /// <summary>Compares a document with what a consumer of it was built against: what its code uses, as its usage file has it.</summary>
    public static IReadOnlyList<ReportedChange> ForConsumer(CodeUsage usage, string usageName, ClientContract now, string name)
    {
        (EquatableArray<Fact> before, EquatableArray<Fact> after) = ConsumerFacts.Of(usage, now.Facts);
        return [.. Find(before, now.With(after), name, usageName, usage, gone => gone.Select(_ => (int?)null).ToList()).Where(change => change.IsUsed == true)];
    }

    private static IReadOnlyList<ReportedChange> Find(
        EquatableArray<Fact> before, ClientContract now, string name, string beforeName, CodeUsage? usage, Func<IReadOnlyList<Fact>, IReadOnlyList<int?>> linesOfGone)
    {
        before = SameCalls.Apply(before, now.Facts);
        IReadOnlyList<Change> changes = Difference.Of(before, now.Facts);
        Effects effects = new(before, now.Facts);
        UsedFacts? used = usage is null ? null : new(usage, before, now.Facts);
        IReadOnlyDictionary<string, int> lines = now.LinesOf(changes.Select(change => change.After?.Pointer).OfType<string>());
        List<Change> gone = [.. changes.Where(change => change.After is null)];
        IReadOnlyList<int?> goneLines = linesOfGone([.. gone.Select(change => change.Before!)]);
        return
        [
            .. changes.Where(change => change.After is not null)
                .Select(change => new ReportedChange(
                    change, effects.Of(change), ClientContract.FileOf(change.After!.Pointer, name), lines.TryGetValue(change.After!.Pointer, out int line) ? line : null))
                .Concat(gone.Select((change, i) => new ReportedChange(change, effects.Of(change), ClientContract.FileOf(change.Before!.Pointer, beforeName), goneLines[i])))
                .Select(change => used is null ? change : change with { IsUsed = used.Touches(change.Change) })
                .OrderByDescending(change => change.IsUsed ?? true)
                .ThenByDescending(change => change.Effect)
                .ThenBy(change => change.Change.Key, StringComparer.Ordinal),
        ];
    }
}
