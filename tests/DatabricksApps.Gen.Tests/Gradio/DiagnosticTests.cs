using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>What a user is told who gives the wrong document of a Gradio app, or an app that no token reaches.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("openapi-6.25.json", "The document is the one that Gradio makes of the app's endpoints, in which results have no types")]
    [InlineData("openapi-5.49.json", "The document is the one that Gradio makes of the app's endpoints, in which results have no types")]
    [InlineData("fastapi-openapi-6.25.json", "The document has the routes of the Gradio framework alone, which every Gradio app has")]
    public void An_OpenAPI_document_of_Gradios_own_says_what_to_take_instead(string file, string start)
    {
        GeneratedCode code = Generation.Run(new Document(file, GradioDocuments.TextOf(file)));

        Diagnostic told = Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0204");
        Assert.Equal(DiagnosticSeverity.Warning, told.Severity);
        Assert.StartsWith(start, told.GetMessage());
        Assert.Contains("take a snapshot of the app's /config and /info instead", told.GetMessage());
    }

    [Fact]
    public void An_OpenAPI_document_of_the_users_own_beside_Gradio_is_not_meant()
    {
        const string Text = """
            {"openapi":"3.1.0","info":{"title":"Mixed","version":"1"},
             "paths":{"/gradio_api/call/{api_name}":{"post":{"responses":{}}},"/api/items":{"get":{"responses":{}}}},
             "components":{"schemas":{"SimplePredictBody":{"type":"object"}}}}
            """;

        GeneratedCode code = Generation.Run(new Document("mixed.openapi.json", Text));

        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0204");
    }

    [Fact]
    public void A_configuration_without_endpoints_says_what_is_missing()
    {
        GeneratedCode code = Generation.Run(new Document("app.json", """{"version":"6.25.0","components":[],"dependencies":[]}"""));

        Diagnostic told = Assert.Single(code.Diagnostics);
        Assert.Equal("DBXAPP0003", told.Id);
        Assert.Contains("take a snapshot that holds its /config and its /info", told.GetMessage());
    }

    [Theory]
    [InlineData("""{"named_endpoints":{},"unnamed_endpoints":{"0":{"parameters":[],"returns":[]}}}""", 2)]
    [InlineData("""{"named_endpoints":{},"unnamed_endpoints":{}}""", 1)]
    [InlineData("""{"named_endpoints":{"/a":{"parameters":[],"returns":[],"api_visibility":"private"}}}""", 1)]
    [InlineData("""{"named_endpoints":{"/a":{"parameters":[],"returns":[]}},"unnamed_endpoints":{"3":{"parameters":[],"returns":[]}}}""", 1)]
    public void A_snapshot_without_named_endpoints_says_so(string info, int count)
    {
        GeneratedCode code = Generation.Run(new Document("odd.gradio.json", info, isMarked: true, ("BasePath", "/api/odd")));

        string[] told = [.. code.Diagnostics.Where(diagnostic => diagnostic.Id == "DBXAPP0101").Select(diagnostic => diagnostic.GetMessage())];
        Assert.Equal(count, told.Length);
        Assert.Equal(info.Contains("{}", StringComparison.Ordinal) || info.Contains("private", StringComparison.Ordinal), told.Any(text => text.Contains("the app shows no endpoint with a name, so that the client has no method", StringComparison.Ordinal)));
        Assert.Equal(info.Contains("\"0\"", StringComparison.Ordinal) || info.Contains("\"3\"", StringComparison.Ordinal), told.Any(text => text.Contains("an endpoint without a name cannot be called", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_place_on_a_host_that_an_old_snapshot_has_enters_the_code()
    {
        string text = GradioDocuments.TextOf("odd.gradio.json").Replace("\"orig_name\": \"sample.png\"", "\"path\": \"/srv/gradio-temp/0123abcd/sample.png\", \"orig_name\": \"sample.png\"", StringComparison.Ordinal);
        GeneratedCode code = Generation.Run(new Document("odd.gradio.json", text));

        Assert.Contains("/srv/gradio-temp", text);
        Assert.DoesNotContain(code.Trees, tree => tree.ToString().Contains("/srv/gradio-temp", StringComparison.Ordinal));
        Assert.Contains(code.Trees, tree => tree.ToString().Contains("Default: a file of the app.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_app_outside_of_api_is_one_warning()
    {
        GeneratedCode code = Generation.Run(new Document("demo6.gradio.json", GradioDocuments.TextOf("demo6.gradio.json")));

        Diagnostic told = Assert.Single(code.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("DBXAPP0201", told.Id);
        Assert.Contains("this Gradio app is served at the root", told.GetMessage());
    }

    [Fact]
    public void An_app_that_is_mounted_below_api_is_none() =>
        Assert.Empty(Generation.Run(new Document("mounted.gradio.json", GradioDocuments.TextOf("mounted.gradio.json"))).Diagnostics);
}
