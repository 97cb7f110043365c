using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What an array with items of their own types becomes.</summary>
public sealed class TupleRules
{
    private const string Text = """{"type":"string"}""";

    [Theory]

    // As long as its items, it is a tuple of C#, up to seven.
    [InlineData(2, "\"minItems\":2,\"maxItems\":2", "Tuple<String, String>")]
    [InlineData(2, "\"minItems\":2,\"items\":false", "Tuple<String, String>")]
    [InlineData(2, "\"minItems\":3,\"maxItems\":2", "Tuple<String, String>")]
    [InlineData(7, "\"minItems\":7,\"maxItems\":7", "Tuple<String, String, String, String, String, String, String>")]
    [InlineData(8, "\"minItems\":8,\"maxItems\":8", "tuple ItemP(String, String, String, String, String, String, String, String)")]

    // One alone is no tuple of C#, nor is one that may go on.
    [InlineData(1, "\"minItems\":1,\"maxItems\":1", "tuple ItemP(String)")]
    [InlineData(2, "\"minItems\":2", "tuple ItemP(String, String)")]
    [InlineData(2, "\"minItems\":2,\"maxItems\":3", "tuple ItemP(String, String)")]
    [InlineData(2, "\"minItems\":2,\"items\":{\"type\":\"integer\"}", "tuple ItemP(String, String, *: Int64)")]
    [InlineData(1, "\"minItems\":1,\"maxItems\":1,\"items\":{\"type\":\"integer\"}", "tuple ItemP(String)")]
    [InlineData(2, "\"minItems\":2,\"maxItems\":2,\"items\":{\"type\":\"integer\"}", "Tuple<String, String>")]

    // What may be missing no tuple can say.
    [InlineData(2, "\"minItems\":1,\"maxItems\":2", "List<Any>")]
    [InlineData(2, "\"maxItems\":2", "List<Any>")]
    [InlineData(0, "\"minItems\":2,\"items\":{\"type\":\"integer\"}", "List<Int64>")]
    public void A_tuple_is(int count, string keywords, string expected)
    {
        string prefix = count == 0 ? "" : $"\"prefixItems\":[{string.Join(',', Enumerable.Repeat(Text, count))}],";
        BoundDocument bound = Rule.Member($$"""{"type":"array",{{prefix}}{{keywords}}}""");

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
        Assert.Equal(expected == "List<Any>" ? ["DBXAPP0102 /components/schemas/Item/properties/p"] : [], bound.FindingPlaces);
    }

    [Fact]
    public void Inline_types_in_a_tuple_are_named_by_their_place()
    {
        const string Inline = """{"properties":{"$":{"type":"string"}}}""";
        string items = Inline.Replace('$', 'a') + "," + Inline.Replace('$', 'b');

        Assert.Equal("Tuple<ItemPItem1, ItemPItem2>", Rule.Member($$"""{"prefixItems":[{{items}}],"minItems":2,"maxItems":2}""").TypeOfMember());
        Assert.Equal(
            "tuple ItemP(ItemPItem1, ItemPItem2, *: ItemPRest)",
            Rule.Member($$"""{"prefixItems":[{{items}}],"minItems":2,"items":{{Inline.Replace('$', 'c')}}}""").TypeOf("ItemP"));
        Assert.Equal("List<ItemPItem>", Rule.Member($$"""{"items":{{Inline}}}""").TypeOfMember());
    }

    [Fact]
    public void A_named_tuple_has_the_words_of_its_schema()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"T":{"description":"Words.","deprecated":true,"prefixItems":[{"type":"string"}],"minItems":1}}""");

        TypeModel tuple = Assert.Single(bound.Client.Types);
        Assert.Equal(("T", "Words.", true), (tuple.Origin, tuple.Doc.Summary, tuple.IsDeprecated));
    }
}
