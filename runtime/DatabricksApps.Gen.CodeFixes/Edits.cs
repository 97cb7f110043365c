using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Joins what several fixes change in one file.</summary>
internal static class Edits
{
    /// <summary>Gets the changes in the order of the file. Of fixes that would change the same text the first is made.</summary>
    public static IEnumerable<TextChange> Together(IEnumerable<Fix> fixes)
    {
        List<IReadOnlyList<TextChange>> made = new();
        foreach (IReadOnlyList<TextChange> changes in fixes.Select(fix => fix.Changes))
        {
            // One fix may mend what two diagnostics tell.
            if (!made.Any(other => other.SequenceEqual(changes)) && !made.Any(other => other.Any(one => changes.Any(change => AreInTheWay(one, change)))))
            {
                made.Add(changes);
            }
        }

        // What is written at one place stands in the order of the fixes.
        return made.SelectMany(changes => changes)
            .GroupBy(change => change.Span)
            .OrderBy(same => same.Key.Start).ThenBy(same => same.Key.End)
            .Select(same => new TextChange(same.Key, string.Concat(same.Select(change => change.NewText))));
    }

    private static bool AreInTheWay(TextChange one, TextChange other) =>
        (one.Span.Length > 0 || other.Span.Length > 0) && one.Span.IntersectsWith(other.Span);
}
