using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>Gives findings their places in the text.</summary>
/// <remarks>
/// One cause is one warning, at its first place and with the count, so that a large document does not fill the build's
/// output; each further place is an Info, which an IDE shows and a build does not.
/// </remarks>
internal static class DiagnosticPlacement
{
    /// <summary>Makes diagnostics of the findings of a document, in the order of its text.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="path">The document's path.</param>
    /// <param name="text">The document's text.</param>
    /// <param name="positions">Where the pointers stand in the text; null if it was never read.</param>
    public static EquatableArray<DiagnosticInfo> Place(Findings findings, string path, SourceText text, IPositions? positions) =>
        findings.Items
            .Distinct()
            .Select(finding => new PlacedFinding(finding, Find(finding.Pointer, text, positions)))
            .OrderBy(placed => placed.Span.Start)
            .GroupBy(placed => placed.Finding.Id)
            .SelectMany(cause => PlaceCause(cause.ToList(), path, text))
            .ToEquatableArray();

    /// <summary>Makes a diagnostic at the start of a document.</summary>
    public static DiagnosticInfo AtStart(Finding finding, string path) => new(
        finding.Id,
        DiagnosticDescriptors.Get(finding.Id).DefaultSeverity,
        path,
        default,
        default,
        EquatableArray.Create(finding.Message));

    private static IEnumerable<DiagnosticInfo> PlaceCause(List<PlacedFinding> cause, string path, SourceText text)
    {
        for (int i = 0; i < cause.Count; i++)
        {
            (Finding finding, TextSpan span) = cause[i];
            LinePositionSpan lines = text.Lines.GetLinePositionSpan(span);
            yield return new DiagnosticInfo(
                finding.Id,
                i == 0 ? DiagnosticDescriptors.Get(finding.Id).DefaultSeverity : DiagnosticSeverity.Info,
                path,
                span,
                lines,
                EquatableArray.Create(Describe(finding, lines.Start.Line + 1, furtherPlaces: i == 0 ? cause.Count - 1 : 0)));
        }
    }

    private static string Describe(Finding finding, int line, int furtherPlaces)
    {
        string further = furtherPlaces switch
        {
            0 => "",
            1 => " and 1 more place",
            _ => $" and {furtherPlaces} more places",
        };
        return finding.Pointer.Length == 0
            ? finding.Message + further
            : $"{finding.Message}{further} (#{finding.Pointer}, line {line})";
    }

    private static TextSpan Find(string pointer, SourceText text, IPositions? positions)
    {
        if (positions is null)
        {
            return default;
        }

        (int offset, int length) = positions.Find(pointer);
        return TextSpan.FromBounds(
            System.Math.Min(offset, text.Length),
            System.Math.Min(offset + length, text.Length));
    }

    private readonly record struct PlacedFinding(Finding Finding, TextSpan Span);
}
