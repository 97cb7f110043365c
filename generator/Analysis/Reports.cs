using System.Collections.Immutable;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Makes the diagnostic of a mark.</summary>
internal static class Reports
{
    /// <summary>The use that a diagnostic is about, for the fixes.</summary>
    public const string Use = nameof(Mark.Use);

    /// <summary>What of the member it is about, for the fixes.</summary>
    public const string Part = nameof(Mark.Part);

    /// <param name="mark">The mark.</param>
    /// <param name="location">Where its member is used.</param>
    /// <param name="isNote">Whether it is something to know alone: here nobody can tell whether it matters.</param>
    public static Diagnostic Of(Mark mark, Location location, bool isNote = false) => Diagnostic.Create(
        DiagnosticDescriptors.Get(isNote ? DiagnosticDescriptors.NewToKnow.Id : mark.Id),
        location,
        ImmutableDictionary<string, string?>.Empty.Add(Use, mark.Use.ToString()).Add(Part, mark.Part),
        mark.Text);
}
