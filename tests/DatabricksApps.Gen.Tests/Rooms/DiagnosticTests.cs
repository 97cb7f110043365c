using System.Reflection;
using System.Text.RegularExpressions;
using DatabricksApps.Gen.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Rooms;

public sealed partial class DiagnosticTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> s_descriptors =
        [.. typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()];

    [Fact]
    public void The_release_tables_list_every_diagnostic_as_it_is()
    {
        IEnumerable<string> tables = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Repository.PathOf("generator", file)))
            .Where(line => line.StartsWith("DBXAPP", StringComparison.Ordinal))
            .Select(line => Blanks().Replace(line, " ").Trim());

        Assert.Equal(
            s_descriptors.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}").Order(),
            tables.Order());
    }

    [Fact]
    public void A_diagnostic_links_to_its_own_place_in_the_README() =>
        Assert.All(s_descriptors, descriptor => Assert.EndsWith("#" + descriptor.Id.ToLowerInvariant(), descriptor.HelpLinkUri));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
