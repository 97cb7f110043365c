using System.Text;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Values that nest deep, which is no reason to lose a client.</summary>
public sealed class DeepValueTests
{
    private static readonly string[] s_places =
    [
        """ "default":$""", """ "example":$""", """ "examples":[$]""", """ "enum":[$,1]""", """ "const":$""", """ "x-data":$""",
        """ "type":"object","default":$""", """ "type":"array","items":{},"default":[$]""",
    ];

    public static MatrixTheoryData<string, int> Cases => new(s_places, [65, 70, 240]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_may_nest_as_deep_as_a_document(string place, int depth)
    {
        string[] values = [Nest("""{"a":""", "}", depth), Nest("[", "]", depth), Nest("""{"a":[""", "]}", depth / 2)];
        string members = string.Join(",", values.Select((value, index) => $"\"p{index}\":{{" + place.Replace("$", value) + "}"));
        foreach (string head in new[] { "\"openapi\":\"3.1.0\"", "\"openapi\":\"3.0.0\"", "\"swagger\":\"2.0\"" })
        {
            string schemas = "{\"A\":{\"type\":\"object\",\"properties\":{" + members + "}}}";
            string components = head.Contains("swagger", StringComparison.Ordinal)
                ? "\"definitions\":" + schemas
                : "\"components\":{\"schemas\":" + schemas + "}";

            // JSON within YAML, by the parser of YAML.
            foreach (string text in new[] { $"{{{head},\"paths\":{{}},{components}}}", $"# YAML\n{{{head},\"paths\":{{}},{components}}}\n" })
            {
                GeneratedCode code = Generation.Run(new Document("a.openapi.yaml", text));

                Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0102", "DBXAPP0107" }));
                Assert.Contains(code.Trees, tree => tree.ToString().Contains("partial class A ", StringComparison.Ordinal));
                Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
            }
        }
    }

    [Theory]
    [InlineData("""{"type":"array","items":""", "}")]
    [InlineData("""{"type":"object","additionalProperties":""", "}")]
    [InlineData("""{"type":"object","properties":{"abcdefghij":""", "}}")]
    [InlineData("""{"allOf":[""", "]}")]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{}}},""", "]}")]
    [InlineData("""{"anyOf":[{"type":"string"},""", "]}")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"a":{}}},""", "]}")]
    [InlineData("""{"type":"array","minItems":2,"maxItems":2,"prefixItems":[{"type":"string"},""", "]}")]
    public void A_schema_may_nest_as_deep_as_a_document(string open, string close)
    {
        string deep = Nest(open, close, 120, """{"type":"object","properties":{"z":{}}}""");
        string text = """{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"a":$}}}}}""".Replace("$", deep);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0102", "DBXAPP0106", "DBXAPP0108" }));
        Assert.Empty(code.Emit(Stream.Null, TestContext.Current.CancellationToken));
        Assert.InRange(code.Trees.Sum(tree => tree.Length), 1, 1_900_000);
    }

    [Fact]
    public void What_YAML_merges_takes_counts_for_the_depth()
    {
        StringBuilder text = new("openapi: 3.1.0\npaths: {}\n");
        text.Append($"x-0: &m0 {Nest("{a: ", "}", 200)}\n");
        text.Append($"x-1: {Nest("{b: ", "}", 100, "{<<: *m0}")}\n");

        GeneratedCode code = Generation.Run(new Document("a.openapi.yaml", text.ToString()));

        Assert.Equal("DBXAPP0004", Assert.Single(code.Diagnostics).Id);
    }

    private static string Nest(string open, string close, int depth, string value = "1") =>
        new StringBuilder().Insert(0, open, depth).Append(value).Insert(open.Length * depth + value.Length, close, depth).ToString();
}
