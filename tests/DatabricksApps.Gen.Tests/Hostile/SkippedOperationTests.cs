using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>An operation has a method, or a diagnostic that says why not.</summary>
public sealed class SkippedOperationTests
{
    private const string Get = """{"operationId":"$","responses":{"204":{"description":""}}}""";

    [Theory]
    [InlineData("""{"/api/a":{"get":"text"}}""", "an operation is an object, not a string (#/paths/~1api~1a/get, line 2)")]
    [InlineData("""{"/api/a":{"get":null}}""", "an operation is an object, not null (#/paths/~1api~1a/get, line 2)")]
    [InlineData("""{"/api/a":{"get":[{"responses":{}}]}}""", "an operation is an object, not an array (#/paths/~1api~1a/get, line 2)")]
    [InlineData("""{"/api/a":{"additionalOperations":{"a b":{"responses":{}}}}}""", "'a b' is no HTTP method (#/paths/~1api~1a/additionalOperations/a b, line 2)")]
    [InlineData("""{"/api/a":{"additionalOperations":[{"responses":{}}]}}""", "additionalOperations is an object, not an array (#/paths/~1api~1a/additionalOperations, line 2)")]
    [InlineData("""{"/api/a":{"connect":{"responses":{}}}}""", "a path item has no 'connect'; other methods than its own stand in additionalOperations (#/paths/~1api~1a/connect, line 2)")]
    [InlineData("""[{"/api/a":{"get":{}}}]""", "'paths' is an object, not an array (#/paths, line 2)")]
    public void An_operation_that_is_none_is_told(string paths, string message)
    {
        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", $"{{\"openapi\":\"3.2.0\",\n\"paths\":{paths}}}"));

        Diagnostic told = Assert.Single(code.Diagnostics);
        Assert.Equal("DBXAPP0101", told.Id);
        Assert.Equal(DiagnosticSeverity.Warning, told.Severity);
        Assert.Equal("The operation has no method: " + message, told.GetMessage());
    }

    [Theory]
    [InlineData("""{"/api/a":{"get":$1,"GET":$2}}""", "#/paths/~1api~1a/get", "/paths/~1api~1a/GET")]
    [InlineData("""{"/api/a":{"get":$1,"additionalOperations":{"GET":$2}}}""", "#/paths/~1api~1a/get", "/paths/~1api~1a/additionalOperations/GET")]
    [InlineData("""{"/api/a":{"additionalOperations":{"copy":$1,"COPY":$2}}}""", "#/paths/~1api~1a/additionalOperations/copy", "/paths/~1api~1a/additionalOperations/COPY")]
    [InlineData("""{"api/a":{"get":$1},"/api/a":{"get":$2}}""", "#/paths/api~1a/get", "/paths/~1api~1a/get")]
    [InlineData("""{"/api/a":{"$ref":"#/components/pathItems/P","get":$2}}""", "#/components/pathItems/P/get", "/paths/~1api~1a/get")]
    public void Of_two_operations_of_one_path_and_method_the_first_is_told(string paths, string first, string last)
    {
        string text = "{\"openapi\":\"3.2.0\",\"paths\":" + paths + ",\"components\":{\"pathItems\":{\"P\":{\"get\":$1}}}}";
        text = text.Replace("$1", Get.Replace("$", "first")).Replace("$2", Get.Replace("$", "last"));

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.Equal(
            $"The operation has no method: the path has the method twice, and the last one counts: '{last}' ({first}, line 1)",
            Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0101").GetMessage());
        Assert.Equal(["LastAsync"], Methods(code));
    }

    [Fact]
    public void The_operations_of_two_spellings_of_a_path_are_kept()
    {
        string text = """{"openapi":"3.1.0","paths":{"api/a":{"get":$1},"/api/a":{"put":$2}}}"""
            .Replace("$1", Get.Replace("$", "first")).Replace("$2", Get.Replace("$", "last"));

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.Equal(["FirstAsync", "LastAsync"], Methods(code));
        Assert.Equal(["DBXAPP0105"], code.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("3.1.0", "\"openapi\"")]
    [InlineData("3.0.3", "\"openapi\"")]
    [InlineData("2.0", "\"swagger\"")]
    public void Operations_beside_a_reference_to_nothing_are_kept(string version, string head)
    {
        string text = $"{{{head}:\"{version}\"," + """
            "paths":{"/api/a":{"$ref":"other.json#/paths/~1a","get":$1,"parameters":[{"name":"q","in":"query","type":"string","schema":{"type":"string"}}]},
            "/api/b":{"$ref":"#/paths/missing"},
            "/api/c":{"get":$2}}}
            """.Replace("$1", Get.Replace("$", "own")).Replace("$2", Get.Replace("$", "other"));

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.Equal(["OtherAsync", "OwnAsync"], Methods(code));
        Assert.Equal("q", Assert.IsAssignableFrom<IMethodSymbol>(Assert.Single(Symbols(code, "OwnAsync"))).Parameters[0].Name);
        Assert.Equal(
            [
                "The reference points at nothing: 'other.json' of 'other.json#/paths/~1a' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; the operations beside it are kept and 1 more place (#/paths/~1api~1a/$ref, line 1)",
                "The reference points at nothing: '#/paths/missing' is not in the document; the path is left out (#/paths/~1api~1b/$ref, line 2)",
            ],
            code.Diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public void Operations_on_the_way_of_references_are_kept_too()
    {
        string text = """
            {"openapi":"3.1.0","paths":{"/api/a":{"$ref":"#/components/pathItems/P","get":$1}},
            "components":{"pathItems":{"P":{"$ref":"#/components/pathItems/Q","put":$2},"Q":{"$ref":"#/components/pathItems/P","post":$3}}}}
            """.Replace("$1", Get.Replace("$", "a")).Replace("$2", Get.Replace("$", "p")).Replace("$3", Get.Replace("$", "q"));

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.Equal(["AAsync", "PAsync", "QAsync"], Methods(code));
        Assert.Equal(["DBXAPP0103"], code.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void An_endpoint_of_a_Gradio_app_that_is_none_is_told()
    {
        GeneratedCode code = Generation.RunAndCompile(new Document(
            "a.gradio.json", """{"info":{"named_endpoints":{"/a":"text","/b":{"parameters":[],"returns":[]}}},"config":{"root":"https://x/api/y"}}"""));

        Assert.Equal(
            "The operation has no method: an endpoint is an object, not a string (#/info/named_endpoints/~1a, line 1)",
            Assert.Single(code.Diagnostics).GetMessage());
        Assert.Equal(["BAsync"], Methods(code));
    }

    private static IEnumerable<string> Methods(GeneratedCode code) => Symbols(code, "Async").Select(method => method.Name).Where(name => name is not ("AnswerOfAsync" or "ResultOfAsync" or "FailureOfAsync")).Order();

    private static IEnumerable<ISymbol> Symbols(GeneratedCode code, string end) => code.Compilation.GetSymbolsWithName(
        name => name.EndsWith(end, StringComparison.Ordinal), SymbolFilter.Member, TestContext.Current.CancellationToken);
}
