using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Tells what changed between two surfaces, by what is on the wire: another C# name is a change, not one gone and one new.</summary>
internal static class Difference
{
    /// <summary>Compares.</summary>
    /// <param name="before">The facts that were accepted.</param>
    /// <param name="after">The facts of the document as it is.</param>
    public static IReadOnlyList<Change> Of(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        (EquatableArray<Fact> renamed, IReadOnlyList<Change> renames) = TypeRenames.Apply(SameCalls.Apply(before, after), after);
        FactIndex was = new(renamed), now = new(after);
        List<Change> changes = new(renames);
        changes.AddRange(OperationChanges.Of(was, now));
        changes.AddRange(TypeChanges.Of(was, now));
        return LoneValues.Apply(changes, was, now)
            .OrderBy(change => change.Pointer, StringComparer.Ordinal)
            .ThenBy(change => change.Key, StringComparer.Ordinal)
            .ThenBy(change => change.Kind, StringComparer.Ordinal)
            .ToList();
    }
}
