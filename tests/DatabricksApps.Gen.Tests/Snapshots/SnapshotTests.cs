namespace DatabricksApps.Gen.Tests.Snapshots;

/// <summary>
/// The whole C# of small documents as FastAPI writes them. The accepted files are compiled and called by the tests of
/// DatabricksApps.Generated.Tests.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots");

    [Theory]
    [InlineData("Scalars")]
    [InlineData("Enums")]
    [InlineData("Unions")]
    [InlineData("Structures", "DBXAPP0110", "DBXAPP0106", "DBXAPP0106", "DBXAPP0106", "DBXAPP0106", "DBXAPP0106", "DBXAPP0107")]
    [InlineData("Parameters", "DBXAPP0106", "DBXAPP0106")]
    [InlineData("Bodies")]
    [InlineData("Responses")]
    [InlineData("Errors", "DBXAPP0106", "DBXAPP0203")]
    [InlineData("Security", "DBXAPP0203")]
    [InlineData("Meanings", "DBXAPP0102", "DBXAPP0106", "DBXAPP0108")]
    public void The_client_of_a_document_is_as_it_was_accepted(string theme, params string[] diagnostics)
    {
        string name = theme.ToLowerInvariant() + ".openapi.json";
        Document document = new(name, File.ReadAllText(Path.Combine(s_folder, "Documents", name)));
        GeneratedCode code = Generation.RunAndCompile(document);

        Snapshot.Match(
            Snapshot.FilesOf(code),
            s_folder,
            $"{nameof(SnapshotTests)}.{theme}");
        Assert.Equal(diagnostics, code.Diagnostics.Select(diagnostic => diagnostic.Id));
    }
}
