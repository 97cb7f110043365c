using DatabricksApps.Mutants.Reporting;
using DatabricksApps.Mutants.Running;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Tests;

/// <summary>What is told of the mutants.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Those_without_effect_count_neither_way()
    {
        string report = Report.Write(
        [
            Of(1, "Auth/A.cs", Verdict.Killed), Of(2, "Auth/A.cs", Verdict.Hung), Of(3, "Auth/B.cs", Verdict.Alive), Of(4, "Auth/B.cs", Verdict.Equivalent),
            Of(5, "Http/C.cs", Verdict.NotReached), Of(6, "Http/C.cs", Verdict.Same),
        ]);
        Assert.Equal("3 1 1 1 1 67 %", Row(report, "runtime/Auth"));
        Assert.Equal("2 1 1 0 0 100 %", Row(report, "  A.cs"));
        Assert.Equal("1 0 0 1 0 0 %", Row(report, "runtime/Http"));
        Assert.Equal("4 1 1 2 1 50 %", Row(report, "all"));
    }

    [Fact]
    public void Those_that_live_are_told_with_their_place()
    {
        string report = Report.Write([Of(1, "Auth/A.cs", Verdict.Killed), Of(3, "Auth/B.cs", Verdict.Alive), Of(5, "Http/C.cs", Verdict.NotReached)]);
        Assert.Equal(
            """
            Alive:
               3  runtime/DatabricksApps.Runtime/Auth/B.cs:7  condition
                  - a && b
                  + a
               5  runtime/DatabricksApps.Runtime/Http/C.cs:7  condition
                  - a && b
                  + a
                  (no test runs it)
            """,
            report[report.IndexOf("Alive:", StringComparison.Ordinal)..].TrimEnd());
    }

    [Fact]
    public void An_equivalent_mutant_is_known_by_its_texts_wherever_it_stands()
    {
        Equivalents equivalents = Equivalents.Read(
            ["# comment", "", "runtime/DatabricksApps.Runtime/Auth/B.cs", "- a && b", "+ a", "b is always met", "where a is.", "", "x.cs", "- M();", "+", "why"]);
        Assert.Equal("b is always met where a is.", equivalents.ReasonOf(Of(1, "Auth/B.cs", Verdict.Alive).Mutant with { Line = 99 }));
        Assert.Null(equivalents.ReasonOf(Of(1, "Auth/A.cs", Verdict.Alive).Mutant));
        Assert.Equal("why", equivalents.ReasonOf(new Mutant("x.cs", 1, default, "M();", "", "dropped call")));
    }

    [Fact]
    public void An_entry_without_a_reason_is_none() =>
        Assert.Throws<FormatException>(() => Equivalents.Read(["x.cs", "- a", "+ b"]));

    [Theory]
    [InlineData("Auth", true)]
    [InlineData("Deadline", true)]
    [InlineData("Deadline.cs", true)]
    [InlineData("runtime", true)]
    [InlineData("runtime/*/Auth/*", true)]
    [InlineData("Aut", false)]
    [InlineData("generator", false)]
    public void Files_are_named_by_room_by_name_or_by_pattern(string name, bool isIncluded) =>
        Assert.Equal(isIncluded, new FileFilter(["Nothing", name]).Includes("runtime/DatabricksApps.Runtime/Auth/Deadline.cs"));

    private static string Row(string report, string name)
    {
        string row = report.Split('\n').Single(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        return string.Join(' ', row[name.Length..].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Result Of(int number, string file, Verdict verdict) =>
        new(number, new Mutant("runtime/DatabricksApps.Runtime/" + file, 7, new TextSpan(1, 2), "a\n    && b", "a", "condition"), verdict);
}
