using DatabricksApps.Gen.Tests.OpenApi;
using DatabricksApps.Instances;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>
/// The types of our own documents and of the smaller real ones survive their own JSON; tests/RoundTrip tries all.
/// </summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    // Most documents are smaller; the larger ones take longer to compile than the rest together.
    private const int MostBytes = 40_000;

    /// <summary>Gets the documents of the snapshots, which are ours.</summary>
    public static TheoryData<string> Own =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Gets the smaller real documents.</summary>
    public static TheoryData<string> Real =>
        [.. Corpus.Files
            .Where(file => new FileInfo(file).Length < MostBytes)
            .Select(file => Path.GetRelativePath(Corpus.Directory!, file))
            .DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Own))]
    public void An_instance_of_our_own_documents_comes_back_equal(string name) =>
        AssertComeBackEqual(Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents", name));

    [Theory]
    [MemberData(nameof(Real))]
    public void An_instance_of_a_real_document_comes_back_equal(string name)
    {
        Assert.SkipWhen(Corpus.Directory is null, "The folder shared/corpus is not there.");
        AssertComeBackEqual(Path.Combine(Corpus.Directory!, name));
    }

    private void AssertComeBackEqual(string path)
    {
        RawDocument? document = RawDocument.Read(path);
        Assert.NotNull(document);
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.Latest);
        RoundTripResult result = RoundTripCheck.Run(project, document, TestContext.Current.CancellationToken);
        ExpectedMisses expected = ExpectedMisses.Read(Repository.PathOf("tests", "RoundTrip", "expected.txt"));

        output.WriteLine($"{result.Schemas.Count(schema => schema.Miss is null)} of {result.Schemas.Count} schemas come back equal.");
        Assert.Empty(expected.FindFailures(result));
    }
}
