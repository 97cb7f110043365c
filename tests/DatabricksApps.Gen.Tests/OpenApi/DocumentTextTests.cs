using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class DocumentTextTests
{
    private const string Minimal = """{"openapi": "3.1.0", "info": {"title": "T"}, "paths": {}}""";

    [Theory]
    [InlineData("", "DBXAPP0003", "the file is empty")]
    [InlineData("  \n ", "DBXAPP0003", "the file is empty")]
    [InlineData("null", "DBXAPP0003", "it holds null where an object with 'openapi' or 'swagger' is due")]
    [InlineData("[]", "DBXAPP0003", "it holds an array where an object with 'openapi' or 'swagger' is due")]
    [InlineData("\"openapi\"", "DBXAPP0003", "it holds a string where an object with 'openapi' or 'swagger' is due")]
    [InlineData("{}", "DBXAPP0003", "it has neither 'openapi' nor 'swagger'; a FastAPI app serves its document at /openapi.json")]
    [InlineData("{\"openapi\": \"4.0.0\"}", "DBXAPP0003", "its version is '4.0.0', and 2.0, 3.0, 3.1 and 3.2 can be read")]
    [InlineData("{\"openapi\": \"\"}", "DBXAPP0003", "its version is '', and 2.0, 3.0, 3.1 and 3.2 can be read")]
    [InlineData("{\"swaggerVersion\": \"1.2\", \"swagger\": \"1.2\"}", "DBXAPP0003", "its version is '1.2', and 2.0, 3.0, 3.1 and 3.2 can be read")]
    [InlineData("{\"components\": [], \"dependencies\": []}", "DBXAPP0003", "it is a Gradio app's /config, which does not describe its endpoints; take a snapshot that holds its /config and its /info")]
    [InlineData("{\"detail\": \"Not Found\"}", "DBXAPP0003", "it is an app's error message, saved in the document's place")]
    [InlineData("<html></html>", "DBXAPP0003", "it is HTML or XML, perhaps the sign-in page that was answered in the document's place")]
    public void A_file_that_is_no_document_says_what_it_is(string text, string id, string message)
    {
        Reading reading = Reading.Of(text);

        Assert.False(reading.HasDocument);
        Assert.Equal(new Finding(id, "", message), Assert.Single(reading.Findings));
    }

    [Fact]
    public void A_syntax_error_in_JSON_is_placed()
    {
        const string text = "{\n  \"openapi\": \"3.1.0\",\n  \"é\": tru\n}";

        Reading reading = Reading.Of(text);

        Finding finding = Assert.Single(reading.Findings);
        Assert.Equal("DBXAPP0002", finding.Id);
        Assert.StartsWith("line 3, column 11: ", finding.Message);
        Assert.Equal((text.IndexOf("tru", StringComparison.Ordinal) + 3, 0), reading.Find(finding.Pointer));
    }

    [Fact]
    public void A_truncated_document_is_placed_at_its_end()
    {
        const string text = "{\"openapi\": \"3.1.0\",\n\"paths\": {";

        Reading reading = Reading.Of(text);

        Finding finding = Assert.Single(reading.Findings);
        Assert.Equal("DBXAPP0002", finding.Id);
        Assert.StartsWith("line 2, column 11: ", finding.Message);
        Assert.Equal((text.Length, 0), reading.Find(""));
    }

    [Fact]
    public void Half_a_character_is_refused_at_its_place()
    {
        const string text = """{"openapi": "3.1.0", "info": {"title": "\ud800"}}""";

        Reading reading = Reading.Of(text);

        Assert.Equal("DBXAPP0002", Assert.Single(reading.Findings).Id);
        Assert.Equal((text.IndexOf("\"\\ud800", StringComparison.Ordinal), 0), reading.Find(""));
    }

    [Fact]
    public void Nesting_of_10_000_is_beyond_the_limits()
    {
        string text = "{\"openapi\": \"3.1.0\", \"x\": " + new string('[', 10_000) + new string(']', 10_000) + "}";

        Reading reading = Reading.Of(text);

        Assert.Equal(
            new Finding("DBXAPP0004", "", "it nests objects and arrays deeper than 256 levels"),
            Assert.Single(reading.Findings));
        Assert.Equal((text.IndexOf('[') + 255, 0), reading.Find(""));
    }

    [Fact]
    public void A_schema_nested_as_deep_as_the_limit_allows_is_read()
    {
        // The document, components, schemas and the schema around them are 4 levels; each of the others is 2.
        const int count = 126;
        string schema = string.Concat(Enumerable.Repeat("{\"properties\":{\"p\":", count)) + "{}" + string.Concat(Enumerable.Repeat("}}", count));
        Reading reading = Reading.OfSchemas("\"S\": " + schema);

        DatabricksApps.Gen.OpenApi.ApiSchema node = reading["S"];
        for (int i = 0; i < count; i++)
        {
            node = Assert.Single(node.Properties).Schema;
        }

        Assert.Empty(node.Properties);
        Assert.Equal("/components/schemas/S" + string.Concat(Enumerable.Repeat("/properties/p", count)), node.Pointer);
    }

    [Fact]
    public void A_text_of_50_million_characters_is_beyond_the_limits()
    {
        string text = Minimal + new string(' ', 50_000_001 - Minimal.Length);

        Assert.Equal(
            new Finding("DBXAPP0004", "", "it has 50 million characters, the limit is 50 million"),
            Assert.Single(Reading.Of(text).Findings));
    }

    [Fact]
    public void Of_duplicate_keys_the_last_counts()
    {
        Reading reading = Reading.Of("""{"openapi": "3.1.0", "info": {"title": "first", "title": "last"}, "tags": [{}, {"a/b": 1, "a/b": 2}]}""");

        Assert.Equal("last", reading.Document.Title);
        Assert.Equal(
            [
                new Finding("DBXAPP0105", "/info/title", "the key 'title' stands twice in one object; the last one counts"),
                new Finding("DBXAPP0105", "/tags/1/a~1b", "the key 'a/b' stands twice in one object; the last one counts"),
            ],
            reading.Findings);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_accepted()
    {
        Reading reading = Reading.Of("\uFEFF// generated\n{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\",}, /* none */ }");

        Assert.Equal("T", reading.Document.Title);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void JSON_is_told_by_its_content()
    {
        Assert.Equal("T", Reading.Of(Minimal, "test.openapi.yaml").Document.Title);
        Assert.Equal("T", Reading.Of("openapi: 3.1.0\ninfo:\n  title: T\n", "test.openapi.json").Document.Title);
    }

    [Fact]
    public void Cancellation_ends_the_reading() =>
        Assert.Throws<OperationCanceledException>(() => DatabricksApps.Gen.OpenApi.Documents.DocumentReader.Read(
            "test.json",
            """{"openapi": "3.1.0", "paths": {"/a": {}}}""",
            _ => null,
            new Findings(),
            new CancellationToken(canceled: true)));
}
