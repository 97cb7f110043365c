using DatabricksApps.Gen.Tests.Snapshots;

namespace DatabricksApps.Gen.Tests.Cases;

/// <summary>
/// What a document gives: <c>NAME.yaml</c> stands beside the C# that a program sees of it, <c>NAME.expected.cs</c>.
/// </summary>
/// <remarks>
/// <see cref="PublicCode"/> says what is left out. As with the snapshots, the environment variable
/// <c>ACCEPT_SNAPSHOTS=1</c> writes the expected files, and a difference leaves a <c>.received.cs</c>.
/// </remarks>
public sealed class CaseTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(s_folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_gives_the_CSharp_that_stands_beside_it(string name) =>
        Snapshot.MatchFile(PublicCode.Of(Generation.Run(DocumentOf(name, "shop"))), Path.Combine(s_folder, name + ".expected.cs"));

    [Fact]
    public void The_CSharp_of_all_of_them_compiles_without_a_warning() =>
        Generation.RunAndCompile([.. Names.Select(row => DocumentOf(row.Data, row.Data))]);

    [Fact]
    public void Every_expected_file_has_its_document() =>
        Assert.Equal(
            Names.Select(row => row.Data + ".expected.cs").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(s_folder, "*.expected.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    /// <summary>Adds what every document begins with, so that a case says nothing but its subject.</summary>
    private static Document DocumentOf(string name, string client)
    {
        string text = File.ReadAllText(Path.Combine(s_folder, name + ".yaml"));
        string head = text.Contains("openapi:", StringComparison.Ordinal) || text.Contains("swagger:", StringComparison.Ordinal)
            ? ""
            : "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n";
        string end = text.Contains("paths:", StringComparison.Ordinal) ? "" : "\npaths: {}\n";
        return new Document(client + ".openapi.yaml", head + text + end);
    }
}
