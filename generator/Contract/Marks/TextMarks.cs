using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>
/// Judges what is given as a text or as a value of an enum, where it was the other one: a text becomes either, so that what counts
/// is whether C# still takes what is given, and whether the app takes its value.
/// </summary>
internal static class TextMarks
{
    /// <summary>Gets the uses to tell; null: it was or is something else than a text.</summary>
    public static IReadOnlyList<(MarkUse Use, string Part, MessageText Advice)>? Of(MarkContext context, Change change)
    {
        Fact before = change.Before!, after = change.After!;
        if (!IsText(context.Was, before) || !IsText(context.Now, after) || (IsNullable(before) && !IsNullable(after)))
        {
            return null;
        }

        List<(MarkUse, string, MessageText)> uses = new() { (MarkUse.Unfit, "", $"Another type is asked for here") };
        string[]? taken = ValuesOf(context.Now, after);

        // One value alone is told as such.
        if (taken is not null && after.Get(BoundText.Value) is null && ValuesOf(context.Was, before)?.All(taken.Contains) != true)
        {
            uses.Add((MarkUse.Bound, "in=" + string.Join("\n", taken), $"The app refuses another value"));
        }

        return uses;
    }

    private static bool IsNullable(Fact fact) => fact.Type?.EndsWith("?", StringComparison.Ordinal) == true;

    private static bool IsText(FactIndex index, Fact fact) => fact.Type?.TrimEnd('?') is { } type && (type == "string" || index.Of(FactKind.Type, type) is [{ Type: "enum" }, ..]);

    // Null: any text.
    private static string[]? ValuesOf(FactIndex index, Fact fact) =>
        fact.Get(BoundText.Value) is ['"', .. var only, '"'] ? [only]
        : fact.Type?.TrimEnd('?') is { } type && type != "string" ? [.. index.Of(FactKind.Value, type).Select(value => value.Part)]
        : null;
}
