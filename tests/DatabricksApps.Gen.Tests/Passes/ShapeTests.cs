using DatabricksApps.Gen.Binding.Shapes;

namespace DatabricksApps.Gen.Tests.Passes;

/// <summary>What each schema is: no name in C#, references as edges, null taken out.</summary>
public sealed class ShapeTests
{
    private const string Others = """ "Cat":{"type":"object","required":["k"],"properties":{"k":{"const":"cat"}}},"Dog":{"type":"object","required":["k"],"properties":{"k":{"const":"dog"}}} """;

    [Theory]
    [InlineData("""{"type":"string"}""", "String")]
    [InlineData("""{"type":"string","format":"uuid"}""", "Guid")]
    [InlineData("""{}""", "Any")]
    [InlineData("""{"const":1}""", "Int64")]
    [InlineData("""{"enum":["a","b","a",null]}""", "String<a|b>?")]
    [InlineData("""{"type":["string","null"]}""", "String?")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"}""", "=→Cat")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Cat"}]}""", "=→Cat")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Cat"},{"type":"null"}]}""", "=→Cat?")]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/X"}}""", "[→X]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "{Int64}")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"patternProperties":{"a":{"type":"string"}}}""", "{Int64 & String}")]
    [InlineData("""{"prefixItems":[{"type":"string"},{"type":"integer"}],"minItems":2,"maxItems":2}""", "(String, Int64)")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"minItems":1,"items":{"type":"integer"}}""", "(String, …Int64)")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"$ref":"#/components/schemas/X"},"b":{"type":"boolean"}}}""", "{a!: →X, b: Boolean}")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Cat"},{"properties":{"a":{"type":"string"}}}]}""", "{k!: String, a: String}")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""", "→Cat[cat] | →Dog[dog] by k")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/X"},{"type":"string"}]}""", "→X | String")]
    [InlineData("""{"type":["string","array"],"items":{"type":"integer"}}""", "String | [Int64]")]
    public void A_schema_is(string schema, string expected) => Assert.Equal(expected, ReadShapes.Of($"\"X\":{schema},{Others}").Text("X"));

    [Fact]
    public void A_schema_that_holds_itself_is_read_once()
    {
        ReadShapes shapes = ReadShapes.Of("""
            "Node":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Node"},"all":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}}
            """);

        Assert.Equal("{next: →Node, all: [→Node]}", shapes.Text("Node"));
        Assert.Equal(3, shapes.Graph.All.Count);
        Assert.Same(shapes["Node"], Assert.IsType<ObjectContent>(shapes["Node"].Content).Members[0].Type.Shape);
    }

    [Theory]
    [InlineData("""{"properties":{"level":{"enum":["a","b"]}}}""", "level")]
    [InlineData("""{"properties":{"levels":{"type":"array","items":{"enum":["a","b"]}}}}""", "levels/Item")]
    [InlineData("""{"properties":{"levels":{"additionalProperties":{"type":"array","items":{"enum":["a","b"]}}}}}""", "levels/Item")]
    [InlineData("""{"type":"array","items":{"enum":["a","b"]}}""", "/components/schemas/X Item")]
    public void What_an_inline_schema_means_is_its_role_with_the_last_word_that_says_something(string schema, string meaning)
    {
        Shape level = ReadShapes.Of($"\"X\":{schema}").Graph.All.Single(shape => shape.Content is EnumContent);

        Assert.Equal(meaning, level.Meaning);
    }
}
