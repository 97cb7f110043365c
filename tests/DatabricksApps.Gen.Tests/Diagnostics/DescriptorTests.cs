using System.Reflection;
using System.Text.RegularExpressions;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Tasks;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Diagnostics;

/// <summary>What is said about diagnostics elsewhere is said about all of them.</summary>
public sealed partial class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] s_descriptors =
        [.. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    // What is told at a line of the project's own code is the project's to mend.
    [Fact]
    public void Every_warning_about_a_document_stays_one_in_a_project_with_warnings_as_errors()
    {
        string targets = File.ReadAllText(Repository.PathOf("generator", "build", "DatabricksApps.Gen.targets"));
        string warnings = Regex.Match(targets, "<DatabricksAppWarnings>(.*)</DatabricksAppWarnings>").Groups[1].Value;

        Assert.Equal(
            s_descriptors.Where(descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Warning && !Analyzer.Contains(descriptor)).Select(descriptor => descriptor.Id),
            warnings.Split(';'));
    }

    private static IEnumerable<DiagnosticDescriptor> Analyzer => new Analysis.AppChangedAnalyzer().SupportedDiagnostics;

    [Fact]
    public void Every_help_link_leads_to_its_row_of_the_README()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string[] rows = [.. Regex.Matches(readme, """<a id="(\w+)"></a>(\w+) \| (\w+) \|""")
            .Select(row => $"#{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}")];

        Assert.Equal(
            s_descriptors.Select(descriptor =>
                $"{new Uri(descriptor.HelpLinkUri).Fragment} {descriptor.Id} {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}"),
            rows.Where(row => !row.StartsWith("#dbxapp09", StringComparison.Ordinal) && !row.Contains(MissingScopes.Id, StringComparison.Ordinal)));
        Assert.Contains($"#{MissingScopes.Id.ToLowerInvariant()} {MissingScopes.Id} info", rows);
    }

    [Fact]
    public void Every_check_of_the_targets_has_its_row_of_the_README()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string targets = File.ReadAllText(Repository.PathOf("generator", "build", "DatabricksApps.Gen.targets"));

        IEnumerable<string> links = Regex.Matches(targets, """HelpLink="[^"]*#(dbxapp09\d\d)""").Select(link => link.Groups[1].Value);

        Assert.Equal(["dbxapp0901", "dbxapp0902", "dbxapp0903", "dbxapp0904", "dbxapp0905"], links.Distinct());
        Assert.All(links, link => Assert.Contains($"<a id=\"{link}\"></a>{link.ToUpperInvariant()} |", readme));
    }

    [Fact]
    public void The_release_tables_list_every_diagnostic_as_it_is()
    {
        IEnumerable<string> tables = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Repository.PathOf("generator", file)))
            .Where(line => line.StartsWith("DBXAPP", StringComparison.Ordinal))
            .Select(line => Blanks().Replace(line, " ").Trim());

        Assert.Equal(s_descriptors.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}"), tables.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
