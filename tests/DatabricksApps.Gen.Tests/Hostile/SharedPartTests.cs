using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Schemas that hold the next one twice: a walk that doesn't know where it was takes 2⁶⁰ paths and ends never.</summary>
public sealed class SharedPartTests
{
    private const int Depth = 60;

    private static readonly string[] s_ends =
    [
        "{}", """{"type":"string"}""", """{"type":"object"}""", """{"type":"object","properties":{"a":{"type":"string"}}}""",
        """{"const":"a"}""", """{"type":"null"}""", """{"enum":["a","b"]}""", """{"type":"object","properties":{"kind":{"const":"k"}},"required":["kind"]}""",
        """{"type":"string","format":"binary"}""",
    ];

    private static readonly string[] s_steps =
    [
        """{"allOf":[$,$]}""", """{"anyOf":[$,$]}""", """{"oneOf":[$,$]}""", """{"allOf":[$],"anyOf":[$,{"type":"null"}]}""",
        """{"allOf":[$],"oneOf":[$]}""", """{"allOf":[$,{"description":"d"},$]}""", """{"oneOf":[$,{"type":"array","items":$}]}""",
        """{"type":"array","items":{"anyOf":[$,$]}}""", """{"type":"object","properties":{"a":$,"b":$}}""",
        """{"type":"object","additionalProperties":$,"patternProperties":{"^x":$}}""",
        """{"allOf":[{"type":"object","properties":{"a":$}},{"type":"object","properties":{"a":$}}]}""",
        """{"oneOf":[{"type":"object","properties":{"a":$}},{"type":"object","properties":{"a":$}}]}""",
        """{"type":"object","properties":{"a":$},"oneOf":[{"type":"object","properties":{"b":$}}]}""",
        """{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}""",
        """{"discriminator":{"propertyName":"kind"},"oneOf":[$,$]}""",
    ];

    public static TheoryData<string> Steps => [.. s_steps];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_part_is_looked_at_once_however_many_hold_it(string step)
    {
        Document[] documents = s_ends.Select((end, index) => new Document($"d{index}.openapi.json", TextOf(step, end))).ToArray();

        GeneratedCode code = Generation.Run(documents);

        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
    }

    private static string TextOf(string step, string end)
    {
        IEnumerable<string> schemas = Enumerable.Range(0, Depth).Select(index => $"\"S{index}\":" + step.Replace("$", Reference(index + 1)));
        return """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"post":{"operationId":"send",
            "parameters":[{"name":"q","in":"query","schema":$0}],
            "requestBody":{"content":{"application/json":{"schema":$0},"multipart/form-data":{"schema":$0}}},
            "responses":{"200":{"description":"","content":{"application/json":{"schema":$0},"text/event-stream":{"schema":$0}}},
            "400":{"description":"","content":{"application/json":{"schema":$0}}}}}}},"components":{"schemas":{$schemas}}}
            """.Replace("$0", Reference(0)).Replace("$schemas", string.Join(",\n", schemas.Append($"\"S{Depth}\":{end}")));
    }

    private static string Reference(int index) => $"{{\"$ref\":\"#/components/schemas/S{index}\"}}";
}
