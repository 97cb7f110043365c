namespace DatabricksApps.Gen.Tests.Hostile;

public sealed class FileNameTests
{
    private const string Text = """
        {"openapi":"3.1.0","info":{"title":"My *App*","version":"1"},
         "paths":{"/api/a":{"get":{"operationId":"read_a_api_a_get","responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}}},
         "components":{"schemas":{"A":{"type":"object","properties":{"a":{"type":"string"}}}}}}
        """;

    [Theory]
    [InlineData("inventory.openapi.json", "InventoryClient")]
    [InlineData("openapi.json", "MyAppClient")]
    [InlineData("OpenAPI.yaml", "MyAppClient")]
    [InlineData("1st app (2).openapi.json", "_1stApp2Client")]
    [InlineData("class.json", "ClassClient")]
    [InlineData("task.openapi.json", "TaskClient")]
    [InlineData("system.openapi.json", "SystemClient")]
    [InlineData("münchen.openapi.yml", "MünchenClient")]
    [InlineData("a#b;c.json", "ABCClient")]
    [InlineData("&lt;*!*>.json", "LtClient")]
    [InlineData("😀.json", "AppClient")]
    [InlineData(".openapi.json", "MyAppClient")]
    [InlineData("a.b.c", "ABCClient")]
    [InlineData("folder/with \"quotes\"/x.json", "XClient")]
    [InlineData("C:\\folder\\x.json", "XClient")]
    public void A_client_takes_its_name_from_a_file_of_any_name(string path, string client)
    {
        GeneratedCode code = Generation.RunAndCompile(new Document(path, Text));

        Assert.NotEmpty(code.Compilation.GetSymbolsWithName(client, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_two_documents_with_one_client_the_second_is_left_out()
    {
        GeneratedCode code = Generation.RunAndCompile(
            new Document("b/inventory.openapi.json", Text), new Document("a/inventory.openapi.json", Text));

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id != "DBXAPP0106");
        Assert.Equal(("DBXAPP0005", "b/inventory.openapi.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Contains(code.Trees, tree => tree.ToString().Contains("class InventoryClient", StringComparison.Ordinal));
    }
}
