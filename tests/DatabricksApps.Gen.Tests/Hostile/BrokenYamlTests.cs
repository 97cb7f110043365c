namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>What the parser of YAML fails over with an exception that is not its own.</summary>
public sealed class BrokenYamlTests
{
    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: \"\\ud800\"\n")]
    [InlineData("openapi: 3.1.0\ninfo: \"\\udfff\\ud800\"\n")]
    [InlineData("openapi: 3.1.0\n\"\\udfff\": 1\n")]
    [InlineData("openapi: 3.1.0\ninfo: \"\\UFFFFFFFF\"\n")]
    [InlineData("openapi: 3.1.0\ninfo: \"\\U00110000\"\n")]
    [InlineData("%YAML 99999999999.1\n---\nopenapi: 3.1.0\n")]
    public void Is_told_at_its_line(string text)
    {
        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(Generation.Run(new Document("a.openapi.yaml", text)).Diagnostics);

        Assert.Equal("DBXAPP0002", diagnostic.Id);
        Assert.InRange(diagnostic.Location.GetLineSpan().StartLinePosition.Line, 0, 1);
    }
}
