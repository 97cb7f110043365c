using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Diagnostics;

public sealed class DiagnosticPlacementTests
{
    private const string Text = "first\nsecond\nthird\n";

    [Fact]
    public void A_cause_is_told_once_with_its_count_and_each_further_place_as_an_info()
    {
        Findings findings = new();
        findings.Add(new Finding("DBXAPP0101", "/third", "c is not known"));
        findings.Add(new Finding("DBXAPP0101", "/first", "a is not known"));
        findings.Add(new Finding("DBXAPP0101", "/second", "b is not known"));

        Assert.Equal(
            [
                "a.json(1,1)-(1,6) Warning DBXAPP0101: The operation has no method: a is not known and 2 more places (#/first, line 1)",
                "a.json(2,1)-(2,7) Info DBXAPP0101: The operation has no method: b is not known (#/second, line 2)",
                "a.json(3,1)-(3,6) Info DBXAPP0101: The operation has no method: c is not known (#/third, line 3)",
            ],
            Place(findings));
    }

    [Fact]
    public void Each_cause_has_its_own_count()
    {
        Findings findings = new();
        findings.Add(new Finding("DBXAPP0101", "/second", "b"));
        findings.Add(new Finding("DBXAPP0101", "/third", "c"));
        findings.Add(new Finding("DBXAPP0201", "/first", "a"));

        Assert.Equal(
            [
                "a.json(1,1)-(1,6) Warning DBXAPP0201: a (#/first, line 1)",
                "a.json(2,1)-(2,7) Warning DBXAPP0101: The operation has no method: b and 1 more place (#/second, line 2)",
                "a.json(3,1)-(3,6) Info DBXAPP0101: The operation has no method: c (#/third, line 3)",
            ],
            Place(findings));
    }

    [Fact]
    public void A_finding_that_was_made_twice_is_told_once()
    {
        Findings findings = new();
        findings.Add(new Finding("DBXAPP0201", "/first", "a"));
        findings.Add(new Finding("DBXAPP0201", "/first", "a"));

        Assert.Equal(["a.json(1,1)-(1,6) Warning DBXAPP0201: a (#/first, line 1)"], Place(findings));
    }

    [Fact]
    public void What_is_about_the_whole_document_has_no_pointer()
    {
        Findings findings = new();
        findings.Add(new Finding("DBXAPP0003", "", "it has no paths"));

        Assert.Equal(["a.json(1,1)-(1,1) Error DBXAPP0003: The file is not an OpenAPI document: it has no paths"], Place(findings));
    }

    [Fact]
    public void One_that_the_project_raises_is_an_error_at_each_place()
    {
        Findings findings = new();
        findings.Add(new Finding("DBXAPP0201", "/first", "a"));
        findings.Add(new Finding("DBXAPP0201", "/second", "b"));

        EquatableArray<DiagnosticInfo> placed = DiagnosticPlacement.Place(findings, "a.json", SourceText.From(Text), new Words(), new Dictionary<string, ReferencedFile>());

        Assert.Equal([DiagnosticSeverity.Error, DiagnosticSeverity.Error], placed.Select(info => info.ToDiagnostic(isRaised: true).Severity));
    }

    private static IEnumerable<string> Place(Findings findings)
    {
        EquatableArray<DiagnosticInfo> placed = DiagnosticPlacement.Place(findings, "a.json", SourceText.From(Text), new Words(), new Dictionary<string, ReferencedFile>());
        return placed.Select(info => info.ToDiagnostic(isRaised: false)).Select(diagnostic =>
        {
            FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
            return $"{span.Path}{Show(span.StartLinePosition)}-{Show(span.EndLinePosition)} {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage()}";
        });
    }

    private static string Show(LinePosition position) => $"({position.Line + 1},{position.Character + 1})";

    /// <summary>Finds the word that a pointer names.</summary>
    private sealed class Words : IPositions
    {
        public IReadOnlyDictionary<string, (int Offset, int Length)> Find(IEnumerable<string> pointers) => pointers.Distinct().ToDictionary(
            pointer => pointer,
            pointer => pointer.Length == 0 ? (0, 0) : (Text.IndexOf(pointer[1..], StringComparison.Ordinal), pointer.Length - 1));
    }
}
