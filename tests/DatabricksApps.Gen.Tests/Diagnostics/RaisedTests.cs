using System.Reflection;
using DatabricksApps.Gen.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Diagnostics;

/// <summary>No diagnostic is declared, documented and never raised: each has a document that raises it, at its place.</summary>
public sealed class RaisedTests
{
    private const string Call = """ "/api/a":{"get":{"operationId":"a","responses":{"204":{"description":""}}}} """;

    // The document, the id of what it raises, and the place in it.
    private static readonly Dictionary<string, (string Text, string Place)> s_documents = new()
    {
        ["DBXAPP0002"] = ("{", "1:2"),
        ["DBXAPP0003"] = ("{}", "1:1"),
        ["DBXAPP0004"] = (new string('[', 300) + new string(']', 300), "1:257"),
        ["DBXAPP0101"] = (Paths("""{"/api/a":{"get":1}}"""), "2:20"),
        ["DBXAPP0102"] = (Schemas("""{"Tree":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}"""), "3:26"),
        ["DBXAPP0103"] = (Schemas("""{"A":{"type":"object","properties":{"b":{"$ref":"#/c"}}}}"""), "3:66"),
        ["DBXAPP0104"] = (Paths("""{"/api/{id}":{"get":{"responses":{}}}}"""), "2:23"),
        ["DBXAPP0105"] = (Schemas("""{"A":{"type":"object","properties":[]}}"""), "3:47"),
        ["DBXAPP0106"] = (Schemas("""{"A":{"type":"object","properties":{"box":{"type":"object","properties":{"b":{}}}}},"ABox":{"type":"object"}}"""), "3:61"),
        ["DBXAPP0107"] = (Schemas("""{"A":{"type":"object","properties":{"b":{"type":"string","format":"date","default":"soon"}}}}"""), "3:61"),
        ["DBXAPP0108"] = (Schemas("""{"A":{"type":"object","properties":{"b":{"not":{}}}}}"""), "3:66"),
        ["DBXAPP0110"] = (Paths("""{"/api/a":{"get":{"parameters":[{"name":"cursor","in":"query","schema":{"type":"string"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}}}}}}"""), "2:20"),
        ["DBXAPP0201"] = (Paths("""{"/a":{"get":{"responses":{}}}}"""), "2:16"),
        ["DBXAPP0202"] = ("""{"openapi":"3.1.0","info":{},"servers":[{"url":"https://a.example.com/x"}],"paths":{""" + Call + "}}", "1:30"),
        ["DBXAPP0203"] = ("""{"openapi":"3.1.0","info":{},"security":[{"b":[]}],"paths":{""" + Call + """},"components":{"securitySchemes":{"b":{"type":"http","scheme":"basic"}}}}""", "1:173"),
        ["DBXAPP0204"] = ("""{"openapi":"3.1.0","info":{},"paths":{"/gradio_api/call/a":{"post":{"responses":{}}}},"components":{"schemas":{}}}""", "1:30"),
    };

    // Those that no document alone raises, and where they are raised.
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["DBXAPP0001"] = nameof(Pipeline.GeneratorTests),
        ["DBXAPP0005"] = nameof(Hostile.FileNameTests),
        ["DBXAPP0006"] = nameof(Input.DocumentInputTests),
        ["DBXAPP0109"] = nameof(Binding.Rules.FilterRules),
        ["DBXAPP0300"] = nameof(Contract.AcceptedTests),
        ["DBXAPP0301"] = nameof(Changes.UseTests),
        ["DBXAPP0302"] = nameof(Changes.UseTests),
        ["DBXAPP0303"] = nameof(Changes.UseTests),
        ["DBXAPP0304"] = nameof(Changes.UseTests),
        ["DBXAPP0305"] = nameof(Contract.AcceptedTests),
    };

    public static TheoryData<string> Ids => [.. s_documents.Keys];

    [Fact]
    public void Every_diagnostic_has_a_document_or_a_test_of_its_own() =>
        Assert.Equal(
            typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id).Order(),
            s_documents.Keys.Concat(s_elsewhere.Keys).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_is_raised_where_its_cause_stands(string id)
    {
        GeneratedCode code = Generation.Run(new Document("a.openapi.json", s_documents[id].Text));

        Diagnostic diagnostic = Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id == id);
        LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.Equal(s_documents[id].Place, $"{start.Line + 1}:{start.Character + 1}");
    }

    private static string Paths(string paths, string schemas = "{}") => $$$"""
        {"openapi":"3.1.0","info":{},
        "paths":{{{paths}}},
        "components":{"schemas":{{{schemas}}}}}
        """;

    private static string Schemas(string schemas) => Paths($"{{{Call}}}", schemas);
}
