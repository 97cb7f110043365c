using CsCheck;
using Pick = CsCheck.Gen;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Random documents whose few schemas hold each other and themselves in every way that a schema can.</summary>
internal static class RecursiveShapes
{
    private const int Components = 4;

    private static readonly string[] s_scalars =
    [
        """{"type":"string"}""", """{"type":"integer"}""", """{"type":"number"}""", """{"type":"string","enum":["a","b"]}""",
        """{"const":"c"}""", """{"const":{}}""", "{}", "true", """{"type":"null"}""", """{"type":"object"}""",
    ];

    /// <summary>What a schema can be around others, which <c>$1</c> and <c>$2</c> stand for.</summary>
    private static readonly string[] s_shapes =
    [
        """{"type":"array","items":$1}""",
        """{"type":"object","additionalProperties":$1}""",
        """{"type":"object","patternProperties":{"^x":$1}}""",
        """{"anyOf":[$1,{"type":"null"}]}""",
        """{"allOf":[$1],"nullable":true}""",
        """{"allOf":[$1,{"type":"object","properties":{"weight":{"type":"number"}}}]}""",
        """{"allOf":[$1,{"type":"object","properties":{"weight":{"type":"number"}}}],"title":"Link"}""",
        """{"allOf":[$1,{"const":{}}]}""",
        """{"type":"object","properties":{"next":$1},"additionalProperties":{"type":"integer"}}""",
        """{"type":"object","required":["first"],"properties":{"first":$1,"second":$2}}""",
        """{"type":"object","properties":{"id":{"readOnly":true,"type":"integer"},"first":$1,"second":$2}}""",
        """{"type":"array","prefixItems":[$1,$2],"minItems":2,"maxItems":2}""",
        """{"type":"array","prefixItems":[$1,$2],"minItems":2}""",
        """{"oneOf":[$1,$2]}""",
        """{"anyOf":[$1,$2,{"type":"string"}]}""",
        """{"allOf":[$1,$2]}""",
        """{"type":["object","array"],"properties":{"first":$1},"items":$2}""",
        """{"type":"object","properties":{"kind":{"const":"k"},"first":$1},"discriminator":{"propertyName":"kind"}}""",
    ];

    /// <summary>An operation sends the first schema and receives the second.</summary>
    private const string Template = """
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/api/a":{"post":{"operationId":"send",
        "requestBody":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/S0"}}}}},
        "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S1"}}}}}}}},
        "components":{"schemas":{$schemas}}}
        """;

    private static readonly Gen<string> s_reference = Pick.Int[0, Components - 1].Select(index => $"{{\"$ref\":\"#/components/schemas/S{index}\"}}");

    /// <summary>Documents of a few component schemas.</summary>
    public static Gen<string> Document { get; } = Schema(3).Array[Components].Select(schemas =>
        Template.Replace("$schemas", string.Join(",\n", schemas.Select((schema, index) => $"\"S{index}\":{schema}"))));

    private static Gen<string> Schema(int depth)
    {
        Gen<string> simple = Pick.OneOf(Of(s_scalars), s_reference, s_reference);
        if (depth == 0)
        {
            return simple;
        }

        Gen<string> inner = Schema(depth - 1);
        Gen<string> shape = Pick.Select(Of(s_shapes), inner, inner, (template, first, second) => template.Replace("$1", first).Replace("$2", second));
        return Pick.OneOf(shape, shape, shape, simple);
    }

    private static Gen<string> Of(string[] texts) => Pick.Int[0, texts.Length - 1].Select(index => texts[index]);
}
