using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Contracts;

/// <summary>Finds what changed, the gravest first.</summary>
internal static class Changes
{
    /// <summary>Compares a document with what was accepted of it.</summary>
    public static IReadOnlyList<ReportedChange> Since(AcceptedLock accepted, string lockName, ClientContract now, string name) =>
        Find(accepted.Facts, now, name, lockName, gone => gone.Select(accepted.LineOf).ToList());

    /// <summary>Compares two documents.</summary>
    public static IReadOnlyList<ReportedChange> Between(ClientContract before, string beforeName, ClientContract now, string name) =>
        Find(before.Facts, now, name, beforeName, gone =>
        {
            IReadOnlyDictionary<string, int> lines = before.LinesOf(gone.Select(fact => fact.Pointer));
            return gone.Select(fact => lines.TryGetValue(fact.Pointer, out int line) ? line : (int?)null).ToList();
        });

    private static IReadOnlyList<ReportedChange> Find(
        EquatableArray<Fact> before, ClientContract now, string name, string beforeName, Func<IReadOnlyList<Fact>, IReadOnlyList<int?>> linesOfGone)
    {
        IReadOnlyList<Change> changes = Difference.Of(before, now.Facts);
        Effects effects = new(before, now.Facts);
        IReadOnlyDictionary<string, int> lines = now.LinesOf(changes.Select(change => change.After?.Pointer).OfType<string>());
        List<Change> gone = [.. changes.Where(change => change.After is null)];
        IReadOnlyList<int?> goneLines = linesOfGone([.. gone.Select(change => change.Before!)]);
        return
        [
            .. changes.Where(change => change.After is not null)
                .Select(change => new ReportedChange(
                    change, effects.Of(change), name, lines.TryGetValue(change.After!.Pointer, out int line) ? line : null))
                .Concat(gone.Select((change, i) => new ReportedChange(change, effects.Of(change), beforeName, goneLines[i])))
                .OrderByDescending(change => change.Effect)
                .ThenBy(change => change.Change.Key, StringComparer.Ordinal),
        ];
    }
}
