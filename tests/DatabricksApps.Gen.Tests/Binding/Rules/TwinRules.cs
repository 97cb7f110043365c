namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>When <c>X-Input</c> and <c>X-Output</c> are one type: where nobody could tell which of the two a value has.</summary>
public sealed class TwinRules
{
    private const string Text = """{"type":"string"}""";

    [Theory]

    // What does not show in a type makes no second one.
    [InlineData(Text, Text, true)]
    [InlineData("""{"type":"string","title":"A"}""", """{"type":"string","description":"b"}""", true)]
    [InlineData("""{"type":"string","default":"x"}""", Text, true)]
    [InlineData("""{"type":"integer","minimum":1}""", """{"type":"integer"}""", true)]

    // What does makes two.
    [InlineData("""{"type":"string","format":"date"}""", """{"type":"string","format":"date-time"}""", false)]
    [InlineData(Text, """{"type":"integer"}""", false)]
    [InlineData(Text, """{"type":["string","null"]}""", false)]
    [InlineData(Text, """{"type":"string","contentEncoding":"base64"}""", false)]
    [InlineData("""{"const":"a"}""", """{"const":"b"}""", false)]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a","c"]}""", false)]
    [InlineData("""{"enum":["a","b"]}""", Text, false)]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"integer"}}""", false)]
    [InlineData("""{"type":"object","additionalProperties":true}""", """{"type":"object","additionalProperties":{"type":"string"}}""", false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", """{"anyOf":[{"type":"string"},{"type":"boolean"}]}""", false)]
    public void A_pair_is_one_type(string sent, string received, bool isOne)
    {
        BoundDocument bound = BoundDocument.OfSchemas(Pair("Item", sent, received));

        Assert.Equal(isOne ? ["Item"] : ["ItemInput", "ItemOutput"], Names(bound, "Item"));
    }

    [Fact]
    public void But_not_where_a_third_schema_has_the_name()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Item":{"type":"object","properties":{"z":{"type":"integer"}}},{{{{Members("Item", Text, Text)}}}}}""");

        Assert.Equal(
            ["record Item(Optional Int64? Z)", "record ItemInput(Optional String? P)", "record ItemOutput(Optional String? P)"],
            bound.Types);
    }

    [Fact]
    public void Nor_where_one_of_them_is_alone()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"Item-Input":{"type":"object","properties":{"p":{"type":"string"}}}}""");

        Assert.Equal(["record ItemInput(Optional String? P)"], bound.Types);
    }

    // A refers to B, B to C: what C is decides about all of them, however far away it is.
    [Theory]
    [InlineData(Text, Text, new[] { "A", "B", "C" })]
    [InlineData(Text, """{"type":"integer"}""", new[] { "AInput", "AOutput", "BInput", "BOutput", "CInput", "COutput" })]
    public void Pairs_that_refer_to_pairs_are_as_those_are(string sent, string received, string[] names)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$"""{{{Members("A", Reference("B-Input"), Reference("B-Output"))}},{{Members("B", Reference("C-Input"), Reference("C-Output"))}},{{Members("C", sent, received)}}}""");

        Assert.Equal(names, bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void And_a_pair_that_is_none_for_its_name_makes_none_of_those_that_refer_to_it()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"B":{"type":"object","properties":{"z":{"type":"integer"}}},{{{{Members("A", Reference("B-Input"), Reference("B-Output"))}}}},{{{{Members("B", Text, Text)}}}}}""");

        Assert.Equal(["AInput", "AOutput", "B", "BInput", "BOutput"], bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void A_pair_that_refers_to_itself_is_one()
    {
        BoundDocument bound = BoundDocument.OfSchemas(Pair("Node", Reference("Node-Input"), Reference("Node-Output")));

        Assert.Equal(["record Node(Optional Node? P)"], bound.Types);
    }

    private static IEnumerable<string> Names(BoundDocument bound, string start) =>
        bound.Client.Types.Select(type => type.Name).Where(name => name is "Item" || name == start + "Input" || name == start + "Output");

    private static string Reference(string name) => $$"""{"$ref":"#/components/schemas/{{name}}"}""";

    private static string Pair(string name, string sent, string received) => "{" + Members(name, sent, received) + "}";

    private static string Members(string name, string sent, string received) =>
        $$$"""
        "{{{name}}}-Input":{"type":"object","properties":{"p":{{{sent}}}}},"{{{name}}}-Output":{"type":"object","properties":{"p":{{{received}}}}}
        """;
}
