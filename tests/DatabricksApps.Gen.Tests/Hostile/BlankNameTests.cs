namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Names that say nothing, wherever a document may have one.</summary>
public sealed class BlankNameTests
{
    public static MatrixTheoryData<string, string> Cases => new(
        ["", " ", "\\t", "\\u00a0", "\\u3000", "\\u200b"],
        [
            """ "tags":["$"] """,
            """ "security":[{"$":[]}] """,
            """ "operationId":"$" """,
            """ "parameters":[{"in":"query","name":"$","schema":{"type":"string"}}] """,
            """ "parameters":[{"in":"header","name":"$","schema":{"type":"string"}}] """,
            """ "callbacks":{"$":{"$":{"post":{"responses":{}}}}} """,
            """ "requestBody":{"content":{"$":{"schema":{"type":"string"}}}} """,
            """ "requestBody":{"content":{"multipart/form-data":{"schema":{"properties":{"$":{"type":"string"}}},"encoding":{"$":{"contentType":"$"}}}}} """,
            """ "responses":{"200":{"description":"","headers":{"$":{"schema":{}}},"links":{"$":{}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/$"}}}}} """,
            """ "servers":[{"url":"$","variables":{"$":{"default":"$"}}}] """,
        ]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cost_no_client(string name, string members)
    {
        string text = """{"openapi":"3.1.0","paths":{"/api/a":{"get":{@}}},"components":{"schemas":{"$":{"properties":{"$":{"title":"$","enum":["$","a"]}}}},"securitySchemes":{"$":{"type":"apiKey","in":"header","name":"$"}}}}"""
            .Replace("@", members.Replace("\"$ref\"", "\"%ref\"", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("$", name, StringComparison.Ordinal)
            .Replace("%ref", "$ref", StringComparison.Ordinal);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0001");
        Assert.Contains(code.Trees, tree => tree.ToString().Contains("/api/a\"", StringComparison.Ordinal));
    }
}
