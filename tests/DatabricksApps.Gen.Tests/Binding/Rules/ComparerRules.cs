using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which differences of two schemas make them two types.</summary>
public sealed class ComparerRules
{
    // What makes two types however alike they need to be.
    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""")]
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""")]
    [InlineData("""{"format":"a"}""", """{"format":"b"}""")]
    [InlineData("""{"$ref":"#/no"}""", """{"$ref":"#/other"}""")]
    [InlineData("""{"contentMediaType":"a"}""", """{"contentMediaType":"b"}""")]
    [InlineData("""{"contentEncoding":"a"}""", """{"contentEncoding":"b"}""")]
    [InlineData("""{"type":"string","writeOnly":true}""", """{"type":"string"}""")]
    [InlineData("""{"additionalProperties":true}""", """{"additionalProperties":false}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"discriminator":{"propertyName":"a"}}""", """{"discriminator":{"propertyName":"b"}}""")]
    [InlineData("""{"discriminator":{"propertyName":"a"}}""", """{"properties":{}}""")]
    [InlineData("""{"const":1}""", """{"const":2}""")]
    [InlineData("""{"const":1}""", """{"properties":{}}""")]
    [InlineData("""{"enum":[1]}""", """{"enum":[2]}""")]
    [InlineData("""{"enum":[1]}""", """{"properties":{}}""")]
    [InlineData("""{"enum":[1,null]}""", """{"enum":[1]}""")]
    [InlineData("""{"properties":{"a":{}}}""", """{"properties":{"b":{}}}""")]
    [InlineData("""{"properties":{"a":{}}}""", """{"properties":{"a":{},"b":{}}}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"properties":{"a":{"type":"integer"}}}""")]
    [InlineData("""{"patternProperties":{"a":{}}}""", """{"patternProperties":{"b":{}}}""")]
    [InlineData("""{"items":{"type":"string"}}""", """{"items":{"type":"integer"}}""")]
    [InlineData("""{"items":{}}""", """{"type":[]}""")]
    [InlineData("""{"prefixItems":[{}]}""", """{"prefixItems":[{},{}]}""")]
    [InlineData("""{"prefixItems":[{"type":"string"}]}""", """{"prefixItems":[{"type":"integer"}]}""")]
    [InlineData("""{"allOf":[{"type":"string"}]}""", """{"allOf":[{"type":"integer"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", """{"anyOf":[{"type":"integer"}]}""")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", """{"oneOf":[{"type":"integer"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", """{"anyOf":[{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"$ref":"#/components/schemas/T"}""", """{"$ref":"#/components/schemas/U"}""")]
    [InlineData("""{"$ref":"#/components/schemas/T"}""", """{"type":"string"}""")]
    [InlineData("""{"type":"string"}""", """{"$ref":"#/components/schemas/T"}""")]
    public void Two_types_are(string first, string second)
    {
        Assert.False(AreAlike(first, second, isExact: false));
        Assert.False(AreAlike(second, first, isExact: false));
        Assert.False(AreAlike(first, second, isExact: true));
    }

    // What FastAPI's two schemas of one class may differ in, and what else stays the same type only loosely.
    [Theory]
    [InlineData("""{"required":["a"]}""", """{"required":["b"]}""")]
    [InlineData("""{"pattern":"a"}""", """{"pattern":"b"}""")]
    [InlineData("""{"minimum":1}""", """{"minimum":2}""")]
    [InlineData("""{"maximum":1}""", """{"maximum":2}""")]
    [InlineData("""{"minItems":1}""", """{"minItems":2}""")]
    [InlineData("""{"maxItems":1}""", """{"maxItems":2}""")]
    [InlineData("""{"items":false}""", """{"minItems":0}""")]
    [InlineData("""{"readOnly":true,"type":[]}""", """{"type":[]}""")]
    [InlineData("""{"deprecated":true,"type":[]}""", """{"type":[]}""")]
    [InlineData("""{"default":1,"type":[]}""", """{"type":[]}""")]
    [InlineData("""{"discriminator":{"propertyName":"a","mapping":{"x":"T"}}}""", """{"discriminator":{"propertyName":"a","mapping":{"x":"U"}}}""")]
    [InlineData("""{"discriminator":{"propertyName":"a","mapping":{"x":"T"}}}""", """{"discriminator":{"propertyName":"a","mapping":{"y":"T"}}}""")]
    [InlineData("""{"discriminator":{"propertyName":"a","mapping":{"x":"T"}}}""", """{"discriminator":{"propertyName":"a"}}""")]
    [InlineData("""{"$ref":"#/components/schemas/T","readOnly":true}""", """{"$ref":"#/components/schemas/T"}""")]
    public void One_type_loosely_and_two_exactly_are(string first, string second)
    {
        Assert.True(AreAlike(first, second, isExact: false));
        Assert.False(AreAlike(first, second, isExact: true));
    }

    // Words change no type, nor does a default that is null.
    [Theory]
    [InlineData("""{"title":"a","type":"string"}""", """{"title":"b","type":"string"}""")]
    [InlineData("""{"description":"a","example":1}""", """{"description":"b","example":2}""")]
    [InlineData("""{"default":null,"type":[]}""", """{"type":[]}""")]
    [InlineData("""{"required":["a","b"]}""", """{"required":["b","a"]}""")]
    [InlineData("""{"$ref":"#/components/schemas/T"}""", """{"$ref":"#/components/schemas/T"}""")]
    [InlineData("""{"enum":[1,null]}""", """{"enum":[1,null]}""")]
    [InlineData("""{"discriminator":{"propertyName":"a","mapping":{"x":"T"}}}""", """{"discriminator":{"propertyName":"a","mapping":{"x":"T"}}}""")]
    public void One_type_exactly_are(string first, string second)
    {
        Assert.True(AreAlike(first, second, isExact: false));
        Assert.True(AreAlike(first, second, isExact: true));
    }

    [Fact]
    public void References_to_two_components_that_are_one_are_one()
    {
        (ApiSchema first, ApiSchema second) = Read("""{"$ref":"#/components/schemas/T"}""", """{"$ref":"#/components/schemas/U"}""");

        Assert.True(new SchemaComparer((a, b) => a.Name == "T" && b.Name == "U", isExact: true).AreAlike(first, second));
        Assert.False(new SchemaComparer((a, b) => a.Name == "U" && b.Name == "T", isExact: true).AreAlike(first, second));
    }

    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""", true)]
    [InlineData("""{"enum":["a"]}""", """{"enum":["a",null]}""", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", """{"anyOf":[{"type":"string"},{"type":"null"},{"type":"integer"}]}""", true)]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", """{"oneOf":[{"type":"string"},{"type":"null"},{"type":"integer"}]}""", true)]
    [InlineData("""{"type":"string"}""", """{"anyOf":[{"type":"string"},{"type":"null"}]}""", true)]
    [InlineData("""{"type":"string"}""", """{"oneOf":[{"type":"null"},{"type":"string"}]}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/T"}""", """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/T"}]}""", true)]

    // Not what lies inside, nor what else differs.
    [InlineData("""{"items":{"type":"string"}}""", """{"items":{"type":["string","null"]}}""", false)]
    [InlineData("""{"allOf":[{"type":"string"}]}""", """{"allOf":[{"type":["string","null"]}]}""", false)]
    [InlineData("""{"type":"string"}""", """{"type":["integer","null"]}""", false)]
    [InlineData("""{"type":"string"}""", """{"anyOf":[{"type":"string"},{"type":"null"}],"readOnly":true}""", false)]
    [InlineData("""{"type":"string"}""", """{"anyOf":[{"type":"string"},{"type":"null"}],"type":"string"}""", false)]
    public void One_type_but_for_null_are(string first, string second, bool expected)
    {
        (ApiSchema a, ApiSchema b) = Read(first, second);
        SchemaComparer comparer = new((_, _) => false, isExact: true);

        Assert.Equal(expected, comparer.AreAlikeButForNull(a, b));
        Assert.Equal(expected, comparer.AreAlikeButForNull(b, a));
    }

    private static bool AreAlike(string first, string second, bool isExact)
    {
        (ApiSchema a, ApiSchema b) = Read(first, second);
        return new SchemaComparer((_, _) => false, isExact).AreAlike(a, b);
    }

    private static (ApiSchema First, ApiSchema Second) Read(string first, string second)
    {
        Reading reading = Reading.OfSchemas($$"""
            "First": {{first}}, "Second": {{second}}, "T": {"type": "string"}, "U": {"type": "string"}
            """);
        return (reading["First"], reading["Second"]);
    }
}
