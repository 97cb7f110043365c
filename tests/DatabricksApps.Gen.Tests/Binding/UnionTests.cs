namespace DatabricksApps.Gen.Tests.Binding;

public class UnionTests
{
    private const string Pets =
        """
        "Cat":{"type":"object","required":["kind"],"properties":{"kind":{"const":"cat"},"lives":{"type":"integer"}}},
        "Dog":{"type":"object","properties":{"kind":{"const":"dog","default":"dog"},"good":{"type":"boolean"}}}
        """;

    [Fact]
    public void A_stated_discriminator_gives_the_tags_of_its_mapping()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat","dog":"#/components/schemas/Dog","hound":"#/components/schemas/Dog"}}},{{{{Pets}}}}}""");

        Assert.Equal("union Pet(Cat: Cat [cat], Dog: Dog [dog|hound] via Kind) by kind", bound.TypeOf("Pet"));
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

    [Fact]
    public void The_same_scalars_are_the_same_union()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Item":{"type":"object","required":["a","b"],"properties":{"a":{"anyOf":[{"type":"integer"},{"type":"string"}]},"b":{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"integer"}]}}}}}""");

        Assert.Equal(
            ["record Item(Required StringOrInteger A, Required List<StringOrInteger> B)", "union StringOrInteger(String: String, Integer: Int64)"],
            bound.Types);
    }

    [Fact]
    public void The_case_of_an_inline_type_does_not_repeat_the_name_of_the_union()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Pet":{"anyOf":[{"$ref":"#/components/schemas/PetCat"},{"type":"object","title":"Dog","properties":{"age":{"type":"integer"}}}]},"PetCat":{"type":"object","properties":{"name":{"type":"string"}}}}""");

        Assert.Equal("union Pet(PetCat: PetCat, Dog: PetDog)", bound.TypeOf("Pet"));
    }

    [Fact]
    public void Cases_of_one_type_are_one_case_and_a_single_case_is_no_union()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"A":{"type":"object","required":["p"],"properties":{"p":{"anyOf":[{"type":"array","items":{"type":"string","minLength":1}},{"type":"array","items":{"type":"string"}}]}}}}""");

        Assert.Equal(["record A(Required List<String> P)"], bound.Types);
    }

    [Fact]
    public void A_case_that_allows_anything_makes_the_whole_untyped()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"A":{"type":"object","required":["p"],"properties":{"p":{"anyOf":[{"type":"array"},{}]}}}}""");

        Assert.Equal(["record A(Required Any P)"], bound.Types);
    }

    [Fact]
    public void A_union_is_no_case_of_itself()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Loop":{"anyOf":[{"$ref":"#/components/schemas/Loop"},{"type":"string"},{"type":"integer"}]}}""");

        Assert.Equal("union Loop(String: String, Integer: Int64)", bound.TypeOf("Loop"));
    }

    [Fact]
    public void A_union_is_no_case_of_its_cases()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"A":{"anyOf":[{"$ref":"#/components/schemas/B"},{"type":"string"},{"type":"boolean"}]},"B":{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"integer"}]}}""");

        Assert.Equal("union A(String: String, Boolean: Boolean, Integer: Int64)", bound.TypeOf("A"));
        Assert.Equal("union B(Integer: Int64, String: String, Boolean: Boolean)", bound.TypeOf("B"));
    }
}
