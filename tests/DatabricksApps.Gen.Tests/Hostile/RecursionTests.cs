namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Schemas inside themselves, and schemas inside each other without end.</summary>
public sealed class RecursionTests
{
    /// <summary>Deeper than any schema is bound, and than any stack allows without a limit.</summary>
    private const int Far = 20_000;

    private const string Node = """{"$ref":"#/components/schemas/Node"}""";
    private const string Extended = """{"allOf":[{"$ref":"#/components/schemas/Node"},{"type":"object","properties":{"weight":{"type":"number"}}}]}""";

    [Fact]
    public void A_type_that_its_own_members_name_stays_a_type_beside_its_twin()
    {
        Binding.BoundDocument bound = Binding.BoundDocument.OfSchemas("""
            {"Node":{"type":"object","properties":{"parents":{"type":"array","items":$},"children":{"type":"array","items":$}}}}
            """.Replace("$", Extended));

        Assert.Equal(
            [
                "record Node(Optional List<NodeParentsItem>? Parents, Optional List<NodeChildrenItem>? Children)",
                "record NodeChildrenItem(Optional List<NodeParentsItem>? Parents, Optional List<NodeChildrenItem>? Children, Optional Double? Weight)",
                "record NodeParentsItem(Optional List<NodeParentsItem>? Parents, Optional List<NodeChildrenItem>? Children, Optional Double? Weight)",
            ],
            bound.Types);
    }

    [Theory]
    [InlineData("$")]
    [InlineData("""{"type":"array","items":$}""")]
    [InlineData("""{"type":"object","additionalProperties":$}""")]
    [InlineData("""{"type":"object","patternProperties":{"^x":$}}""")]
    [InlineData("""{"anyOf":[$,{"type":"null"}]}""")]
    [InlineData("""{"type":"array","items":{"anyOf":[$,{"type":"null"}]}}""")]
    [InlineData("""{"oneOf":[$,{"type":"string"}]}""")]
    [InlineData("""{"type":"array","items":{"oneOf":[$,{"type":"string"}]}}""")]
    [InlineData("""{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}""")]
    [InlineData("""{"type":"array","prefixItems":[$,{"type":"string"}],"minItems":2}""")]
    [InlineData("""{"type":"object","properties":{"inner":$,"other":$}}""")]
    [InlineData("""{"type":"object","title":"Link","properties":{"inner":$}}""")]
    public void Two_members_that_extend_what_holds_them_compile(string shape)
    {
        string titled = Extended[..^1] + ",\"title\":\"Link\"}";
        foreach (string extended in new[] { Extended, titled })
        {
            string member = shape.Replace("$", extended);
            string schemas = """
                "Node":{"type":"object","properties":{"parents":$1,"children":$1,"leaf":{"$ref":"#/components/schemas/Leaf"}}},
                "Leaf":{"type":"object","properties":{"owners":$1,"root":$2}}
                """.Replace("$1", member).Replace("$2", Node);

            GeneratedCode code = Generation.RunAndCompile(Document(schemas));

            Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0106", "DBXAPP0108" }));
        }
    }

    [Theory]
    [InlineData("""{"additionalProperties":{"allOf":[$,{"const":{}}]}}""", "/additionalProperties")]
    [InlineData("""{"additionalProperties":{"allOf":[$,{"enum":[1,2]}]}}""", "/additionalProperties")]
    [InlineData("""{"additionalProperties":{"allOf":[{"allOf":[$,{"const":1}]}]}}""", "/additionalProperties")]
    [InlineData("""{"patternProperties":{"x":{"allOf":[$,{"const":{}}]}}}""", "/patternProperties/x")]
    [InlineData("""{"type":"array","items":{"type":"array","items":$}}""", "/items")]
    public void A_schema_that_is_nothing_but_itself_is_untyped_at_its_place(string self, string place)
    {
        string schemas = "\"Node\":" + self.Replace("$", Node);

        GeneratedCode code = Generation.RunAndCompile(Document(schemas));

        Assert.Contains(
            code.Diagnostics,
            diagnostic => diagnostic.Id == "DBXAPP0102" && diagnostic.GetMessage().Contains($"(#/components/schemas/Node{place}, line ", StringComparison.Ordinal));
        Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0102", "DBXAPP0108" }));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"next":$}}""", "")]
    [InlineData("""{"type":"array","items":$}""", "DBXAPP0102")]
    [InlineData("""{"type":"object","additionalProperties":$}""", "DBXAPP0102")]
    [InlineData("""{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}""", "")]
    [InlineData("""{"anyOf":[$,{"type":"null"}]}""", "")]
    [InlineData("""{"oneOf":[$,{"type":"object","properties":{"a#":{}}}]}""", "")]
    [InlineData("""{"allOf":[$]}""", "")]
    [InlineData("""{"allOf":[$,{"type":"object","properties":{"a#":{}}}]}""", "DBXAPP0108")]
    public void A_chain_of_schemas_has_types_to_its_end_and_what_csharp_cannot_spell_is_told(string link, string id)
    {
        const int Length = 2_000;
        string schemas = Chain(Length, link);

        GeneratedCode code = Generation.Run(Document(schemas));

        Assert.Equal(id, string.Join(',', code.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct()));
        Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
    }

    // Each of these ended the process, which no test can catch: a stack that overflows is no exception.
    [Theory]
    [InlineData("""{"allOf":[$,{"type":"object","properties":{"a":{}}}]}""", """{"type":"object","properties":{"z":{}}}""")]
    [InlineData("""{"allOf":[{"allOf":[$]},{"type":"object"}]}""", """{"type":"object","properties":{"z":{}}}""")]
    [InlineData("""{"oneOf":[$,{"type":"object","properties":{"a#":{}}}]}""", """{"type":"string"}""")]
    public void A_chain_of_any_length_ends(string link, string end)
    {
        const int Length = 6_000;
        IEnumerable<string> components = Enumerable.Range(0, Length)
            .Select(i => $"\"T{i}\":" + (i == 0 ? end : link.Replace("a#", "a" + i).Replace("$", $"{{\"$ref\":\"#/components/schemas/T{i - 1}\"}}")));
        string schemas = string.Join(",", components.Reverse());

        GeneratedCode code = Generation.Run(Document(schemas));

        Assert.NotEmpty(code.Trees);
    }

    [Fact]
    public void Calls_because_of_calls_end()
    {
        const string Callback = """
            "C#1":{"u":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"p#1":{}}}}}},"callbacks":{"c":{"$ref":"#/components/callbacks/C#2"}},"responses":{}}}}
            """;
        string text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},
            "paths":{"/api/a":{"get":{"callbacks":{"c":{"$ref":"#/components/callbacks/C0"}},"responses":{"204":{"description":""}}}}},
            "components":{"callbacks":{$}}}
            """.Replace("{$}", "{" + string.Join(",\n", Enumerable.Range(0, Far).Select(i => Callback.Trim().Replace("#1", $"{i}").Replace("#2", $"{i + 1}"))) + "}");

        GeneratedCode code = Generation.Run(new Document("a.openapi.json", text));

        Assert.Equal(
            "The document is not valid here: calls because of calls lie deeper than 64 in each other; this one is left out (#/components/callbacks/C64/u, line 67)",
            Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0105").GetMessage());
        Assert.Equal(64, code.Trees.Sum(tree => tree.ToString().Split("partial class CPayload").Length - 1));
    }

    private static string Chain(int length, string link) => string.Join(
        ",",
        Enumerable.Range(0, length).Select(i => $"\"T{i}\":" + (i + 1 < length
            ? link.Replace("a#", "a" + i).Replace("$", $"{{\"$ref\":\"#/components/schemas/T{i + 1}\"}}")
            : """{"type":"object","properties":{"z":{}}}""")));

    private static Document Document(string schemas) => new(
        "a.openapi.json",
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{},\n\"components\":{\"schemas\":{" + schemas + "}}}");
}
