using System.Text;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Files that are no document, or one that would hang or end the compiler.</summary>
public sealed class BrokenDocumentTests
{
    private const string Head = """{"openapi":"3.1.0","info":{"title":"T","version":"1"},""";

    [Theory]
    [InlineData("a.json", "", "DBXAPP0003")]
    [InlineData("a.yaml", " \n\t ", "DBXAPP0003")]
    [InlineData("a.json", "this is no JSON", "DBXAPP0003")]
    [InlineData("a.json", "{ this is no JSON }", "DBXAPP0002")]
    [InlineData("a.yaml", "a: b: c: d", "DBXAPP0002")]
    [InlineData("a.json", Head, "DBXAPP0002")]
    [InlineData("a.json", Head + """ "paths":{"/api/a":{"get":{"operationId":"re""", "DBXAPP0002")]
    [InlineData("a.json", "[]", "DBXAPP0003")]
    [InlineData("a.json", "{}", "DBXAPP0003")]
    [InlineData("a.json", "null", "DBXAPP0003")]
    [InlineData("a.json", "\"openapi\"", "DBXAPP0003")]
    [InlineData("a.json", """{"openapi":"4.0.0","paths":{}}""", "DBXAPP0003")]
    [InlineData("a.json", """{"openapi":{},"paths":{}}""", "DBXAPP0003")]
    [InlineData("a.json", """{"type":"object","properties":{}}""", "DBXAPP0003")]
    [InlineData("a.json", "<!doctype html><title>Sign in</title>", "DBXAPP0003")]
    [InlineData("a.json", "\0\0\0\0", "DBXAPP0002")]
    [InlineData("a.yaml", "openapi: *missing", "DBXAPP0002")]
    public void A_file_that_is_no_document_is_one_error_and_gives_a_client_that_says_so(string name, string text, string id)
    {
        GeneratedCode code = Generation.Run(new Document(name, text));

        Assert.Equal(id, Assert.Single(code.Diagnostics).Id);
        AssertStandIn(code, id);
    }

    [Fact]
    public void A_file_of_50_MB_is_too_large()
    {
        string text = Head + "\"x-data\":\"" + new string('x', 50_000_000) + "\",\"paths\":{}}";

        GeneratedCode code = Generation.Run(new Document("a.json", text));

        Assert.Equal("DBXAPP0004", Assert.Single(code.Diagnostics).Id);
        AssertStandIn(code, "DBXAPP0004");
    }

    [Theory]
    [InlineData("a.json", "[", "]")]
    [InlineData("a.json", "{\"a\":", "}")]
    [InlineData("a.json", "{\"properties\":{\"a\":", "}}")]
    [InlineData("a.yaml", "[", "]")]
    [InlineData("a.yaml", "{a: ", "}")]
    public void Nesting_of_10_000_levels_is_too_deep(string name, string open, string close)
    {
        string deep = Repeat(open, 10_000) + "1" + Repeat(close, 10_000);
        string text = name.EndsWith(".json", StringComparison.Ordinal)
            ? Head + "\"paths\":{},\"components\":{\"schemas\":{\"A\":" + deep + "}}}"
            : "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: " + deep + "}}\n";

        GeneratedCode code = Generation.Run(new Document(name, text));

        Assert.Equal("DBXAPP0004", Assert.Single(code.Diagnostics).Id);
        AssertStandIn(code, code.Diagnostics[0].Id);
    }

    [Fact]
    public void Nested_YAML_aliases_are_too_large()
    {
        StringBuilder text = new("openapi: 3.1.0\npaths: {}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++)
        {
            text.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        GeneratedCode code = Generation.Run(new Document("a.yaml", text.ToString()));

        Assert.Equal("DBXAPP0004", Assert.Single(code.Diagnostics).Id);
        AssertStandIn(code, code.Diagnostics[0].Id);
    }

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/A"}""", "{}")]
    [InlineData("""{"$ref":"#/components/schemas/B"}""", """{"$ref":"#/components/schemas/A"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/A"}]}""", "{}")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/B"}]}""", """{"allOf":[{"$ref":"#/components/schemas/A"}],"properties":{"a":{}}}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]}""", "{}")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/B"},{"type":"integer"}]}""", """{"oneOf":[{"$ref":"#/components/schemas/A"},{"type":"string"}]}""")]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/A"}}""", "{}")]
    [InlineData("""{"type":"object","additionalProperties":{"$ref":"#/components/schemas/A"}}""", "{}")]
    [InlineData("""{"type":"array","prefixItems":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],"items":false}""", """{"$ref":"#/components/schemas/A"}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/components/schemas/A"}},"required":["a"]}""", "{}")]
    [InlineData("""{"$ref":"#/components/schemas/A/properties/a","properties":{"a":{"$ref":"#/components/schemas/A"}}}""", "{}")]
    [InlineData("""{"$ref":"#"}""", """{"$ref":"#/paths/~1api~1a"}""")]
    [InlineData("""{"$ref":"#/components/schemas/missing"}""", """{"$ref":"https://elsewhere.example/a.json"}""")]
    public void Schemas_in_a_circle_compile(string a, string b)
    {
        string text = Head + """
            "paths":{"/api/a":{"post":{"operationId":"send",
              "parameters":[{"name":"q","in":"query","schema":{"$ref":"#/components/schemas/A"}}],
              "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}},
              "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}}}}}},
            "components":{"schemas":{"A":$A,"B":$B,"C":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"},"b":{"$ref":"#/components/schemas/B"}}}}}}
            """.Replace("$A", a).Replace("$B", b);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.json", text));

        Assert.Contains(code.Trees, tree => tree.ToString().Contains(" SendAsync(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("parameters", """{"$ref":"#/components/parameters/A"}""")]
    [InlineData("responses", """{"$ref":"#/components/responses/A"}""")]
    [InlineData("requestBodies", """{"$ref":"#/components/requestBodies/A"}""")]
    [InlineData("pathItems", """{"$ref":"#/components/pathItems/A"}""")]
    public void Components_in_a_circle_compile(string kind, string self)
    {
        string text = Head + """
            "paths":{"/api/b":{"$ref":"#/components/pathItems/A"},"/api/a":{"post":{"operationId":"send",
              "parameters":[{"$ref":"#/components/parameters/A"}],
              "requestBody":{"$ref":"#/components/requestBodies/A"},
              "responses":{"200":{"$ref":"#/components/responses/A"}}}}},
            "components":{"$kind":{"A":$self}}}
            """.Replace("$kind", kind).Replace("$self", self);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.json", text));

        Assert.Contains(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0103");
    }

    /// <summary>Asserts that there is a client that nobody can name without being told why.</summary>
    internal static void AssertStandIn(GeneratedCode code, string id) =>
        Assert.Contains(code.Trees, tree => tree.ToString().Contains($"error: true, DiagnosticId = \"{id}\"", StringComparison.Ordinal));

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
