using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Contract.Pairs;

/// <summary>Compares the two documents of a pair, and looks for the change that was made.</summary>
internal static class DifferenceCheck
{
    // What a client may know, and need not act on.
    private static readonly string[] s_quiet = ["operation.added", "type.added", "property.added", "operation.deprecated"];

    /// <summary>Gets what is wrong; null: nothing.</summary>
    public static string? Run(string folder)
    {
        (string kind, string place, string breaking, _, _) = Expected.Read(folder);
        EquatableArray<Fact> before = ContractDocument.Facts(Path.Combine(folder, "before.openapi.json"), Caller.DocumentName)!.Value;
        EquatableArray<Fact> after = ContractDocument.Facts(Path.Combine(folder, "after.openapi.json"), Caller.DocumentName)!.Value;
        EquatableArray<Fact> locked = LockReader.Read(
            LockFile.Write(Caller.DocumentName, before), (line, problem) => throw new InvalidOperationException($"{line + 1}: {problem}"));
        if (!locked.Equals(Unplaced(before)))
        {
            return "the lock does not give back what was written";
        }

        IReadOnlyList<Change> changes = Difference.Of(locked, after);
        IEnumerable<string> seen = changes.Select(change => $"{change.Kind} at {change.Pointer}: {change.Text}");
        if (kind == "none")
        {
            return changes.Count == 0 ? null : $"expected nothing, seen\n   {string.Join("\n   ", seen)}";
        }

        Change[] found = [.. changes.Where(change => change.Kind == kind)];
        Change[] others = [.. changes.Where(change => change.Kind != kind && !s_quiet.Contains(change.Kind))];
        return found.Length == 0 ? $"expected {kind} at {place}, seen\n   {string.Join("\n   ", seen)}"
            : others.Length > 0 ? $"expected {kind} at {place} alone, seen\n   {string.Join("\n   ", seen)}"
            : Judge(found, breaking, new Effects(locked, after)) is { } misjudged ? misjudged
            : found.All(change => !IsAt(change, place)) ? $"expected {kind} at {place}, seen\n   {string.Join("\n   ", seen)}"
            : null;
    }

    private static string? Judge(Change[] found, string breaking, Effects effects)
    {
        Effect effect = found.Max(effects.Of);
        bool isRight = breaking == "none" ? effect <= Effect.Note : effect > Effect.None;
        return isRight ? null : $"expected {breaking}, judged {effect}";
    }

    // A lock has no places: what is gone has none.
    // That a member is required stands beside the members.
    private static bool IsAt(Change change, string place) => change.After is null || place == change.Pointer || place.StartsWith(change.Pointer + "/", StringComparison.Ordinal)
        || (place.EndsWith("/required", StringComparison.Ordinal) && change.Pointer.StartsWith(place[..^"required".Length] + "properties/", StringComparison.Ordinal));

    private static EquatableArray<Fact> Unplaced(EquatableArray<Fact> facts) => new(facts.Select(fact => fact with { Pointer = "" }));
}
