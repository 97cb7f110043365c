namespace DatabricksApps.Gen.Tests.Binding;

public class UnionTests
{
    private const string Pets =
        """
        "Cat":{"type":"object","required":["kind"],"properties":{"kind":{"const":"cat"},"lives":{"type":"integer"}}},
        "Dog":{"type":"object","properties":{"kind":{"const":"dog","default":"dog"},"good":{"type":"boolean"}}}
        """;

    [Fact]
    public void A_stated_discriminator_gives_the_tags_of_its_mapping_that_the_constants_allow()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat","dog":"#/components/schemas/Dog","hound":"#/components/schemas/Dog"}}},{{{{Pets}}}}}""");

        Assert.Equal("union Pet(Cat: Cat [cat], Dog: Dog [dog] via Kind) by kind", bound.TypeOf("Pet"));
    }

    [Fact]
    public void Without_a_mapping_the_tag_is_the_constant_and_else_the_component_name()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Fish"}],"discriminator":{"propertyName":"kind"}},"Fish":{"type":"object","properties":{"kind":{"type":"string"}}},{{{{Pets}}}}}""");

        Assert.Equal("union Pet(Cat: Cat [cat], Fish: Fish [Fish] via Kind) by kind", bound.TypeOf("Pet"));
    }

    [Fact]
    public void Constants_that_differ_are_a_discriminator_that_nobody_stated()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$"""{"Pet":{"anyOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]},{{Pets}}}""");

        Assert.Equal("union Pet(Cat: Cat [cat], Dog: Dog [dog] via Kind) by kind", bound.TypeOf("Pet"));
    }

    [Theory]
    [InlineData("""{"anyOf":[{"const":"a"},{"const":"b"}]}""", "P", "String enum ItemP(A = a, B = b)")]
    [InlineData("""{"anyOf":[{"enum":["a","b"]},{"type":"string"}]}""", "P", "String enum ItemP(A = a, B = b)")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}""", "P", "union StringOrInteger(String: String, Integer: Int64)")]
    [InlineData("""{"type":["integer","string"]}""", "P", "union StringOrInteger(String: String, Integer: Int64)")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}""", "P", "union ItemP(String: String, StringList: List<String>)")]
    public void An_inline_union_becomes(string schema, string property, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Item":{"type":"object","required":["{{{{property}}}}"],"properties":{"{{{{property}}}}":{{{{schema}}}}}}}""");

        Assert.Contains(expected, bound.Types);
        Assert.Equal(2, bound.Client.Types.Count);
    }
}
