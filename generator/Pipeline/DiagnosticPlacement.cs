using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

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
    /// <param name="files">The other files that findings may be about, by what stands before <c>#</c> in their pointers.</param>
    public static EquatableArray<DiagnosticInfo> Place(
        Findings findings, string path, SourceText text, IPositions? positions, IReadOnlyDictionary<string, ReferencedFile> files)
    {
        PlacedText document = new("", path, text, positions);
        Dictionary<string, PlacedText> others = files.ToDictionary(
            file => file.Key,
            file => new PlacedText(file.Key, file.Value.Path, SourceText.From(file.Value.Text), file.Value.Positions),
            System.StringComparer.Ordinal);
        return findings.Items
            .Distinct()
            .GroupBy(finding => others.TryGetValue(FileOf(finding.Pointer), out PlacedText? other) ? other : document)
            .SelectMany(ofText => Find(ofText.Key, ofText.ToList()))
            .OrderBy(placed => placed.Text.Name, System.StringComparer.Ordinal)
            .ThenBy(placed => placed.Span.Start)
            .GroupBy(placed => placed.Finding.Id)
            .SelectMany(cause => PlaceCause(cause.ToList()))
            .ToEquatableArray();
    }

    /// <summary>Makes a diagnostic at the start of a document.</summary>
    public static DiagnosticInfo AtStart(Finding finding, string path) => new(
        finding.Id,
        DiagnosticDescriptors.Get(finding.Id).DefaultSeverity,
        path,
        default,
        default,
        EquatableArray.Create(Describe(finding, 0, furtherPlaces: 0)));

    private static IEnumerable<DiagnosticInfo> PlaceCause(List<PlacedFinding> cause)
    {
        for (int i = 0; i < cause.Count; i++)
        {
            (Finding finding, PlacedText text, TextSpan span) = cause[i];
            LinePositionSpan lines = text.Text.Lines.GetLinePositionSpan(span);
            yield return new DiagnosticInfo(
                finding.Id,
                i == 0 ? DiagnosticDescriptors.Get(finding.Id).DefaultSeverity : DiagnosticSeverity.Info,
                text.Path,
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
        string message = finding.Message + further;
        return finding.Pointer.Length == 0
            ? message
            : message + MessageText.Spell($" ({(FileOf(finding.Pointer).Length == 0 ? "#" : "")}{finding.Pointer}, line {line})");
    }

    /// <summary>Gets what stands before <c>#</c> in a pointer into another file; empty for the document.</summary>
    private static string FileOf(string pointer)
    {
        int hash = pointer.Length == 0 || pointer[0] == '/' ? -1 : pointer.IndexOf('#');
        return hash < 0 ? "" : pointer.Substring(0, hash);
    }

    private static IEnumerable<PlacedFinding> Find(PlacedText text, IReadOnlyList<Finding> findings)
    {
        if (text.Positions is null)
        {
            return findings.Select(finding => new PlacedFinding(finding, text, default));
        }

        IReadOnlyDictionary<string, (int Offset, int Length)> places = text.Positions.Find(findings.Select(Pointer));
        return findings.Select(finding => new PlacedFinding(finding, text, Span(places[Pointer(finding)])));

        string Pointer(Finding finding) =>
            text.Name.Length == 0 ? finding.Pointer : finding.Pointer.Substring(text.Name.Length + 1);

        TextSpan Span((int Offset, int Length) place) => TextSpan.FromBounds(
            System.Math.Min(place.Offset, text.Text.Length), System.Math.Min(place.Offset + place.Length, text.Text.Length));
    }

    private sealed record PlacedText(string Name, string Path, SourceText Text, IPositions? Positions);

    private sealed record PlacedFinding(Finding Finding, PlacedText Text, TextSpan Span);
}
