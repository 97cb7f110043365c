namespace DatabricksApps.Gen.Tests.Binding;

public class SharedTypeTests
{
    private const string Cases = """
        "A":{"type":"object","properties":{"a":{"type":"string"}}},"B":{"type":"object","properties":{"b":{"type":"string"}}}
        """;

    [Fact]
    public void A_union_that_two_records_have_is_one_type()
    {
        const string Union = """{"anyOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]}""";
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{{{{{{Cases}}}}},"NewOrder":{"type":"object","required":["payment"],"properties":{"payment":{{{{{Union}}}}}}},"Order":{"type":"object","required":["payment"],"properties":{"payment":{{{{{Union}}}}}}}}""");

        Assert.Equal("record NewOrder(Required Payment Payment)", bound.TypeOf("NewOrder"));
        Assert.Equal("record Order(Required Payment Payment)", bound.TypeOf("Order"));
        Assert.Equal(
            ["shop.openapi.json#/components/schemas/NewOrder/properties/payment", "shop.openapi.json#/components/schemas/Order/properties/payment"],
            bound.Client.Types.Single(type => type.Name == "Payment").Doc.Sources);
    }

    // Null of a case is null of the union, which each use says; it makes no other union.
    [Theory]
    [InlineData("""{"type":["number","null"]}""")]
    [InlineData("""{"anyOf":[{"type":"number"},{"type":"null"}]}""")]
    public void A_union_with_a_case_that_may_be_null_is_the_union_or_null(string number)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{"X":{"type":"object","required":["p"],"properties":{"p":{"oneOf":[{{{{{number}}}}},{"type":"string"}]}}},"Y":{"type":"object","required":["p"],"properties":{"p":{"oneOf":[{"type":"number"},{"type":"string"}]}}}}""");

        Assert.Equal(
            ["record X(Required StringOrNumber? P)", "record Y(Required StringOrNumber P)", "union StringOrNumber(String: String, Number: Double)"],
            bound.Types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_parameter_that_two_operations_refer_to_is_one_place()
    {
        const string Operation = """{"parameters":[{"$ref":"#/components/parameters/sort"}],"responses":{}}""";
        BoundDocument bound = BoundDocument.Of(
            $$$$"""{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{"/api/a":{"get":{{{{Operation}}}}},"/api/b":{"get":{{{{Operation}}}}}},"components":{"parameters":{"sort":{"name":"sort","in":"query","schema":{"enum":["up","down"]} } } } }""");

        Assert.Equal(["shop.openapi.json#/components/parameters/sort/schema"], Assert.Single(bound.Client.Types).Doc.Sources);
    }

    private const string Place = """{"type":"object","required":["city"],"properties":{"city":{"type":"string"}}}""";

    [Fact]
    public void An_object_that_two_records_have_under_one_name_is_one_type()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"X":{"type":"object","required":["home"],"properties":{"home":{{{{Place}}}}}},"Y":{"type":"object","required":["home","work"],"properties":{"home":{{{{Place}}}},"work":{{{{Place}}}}}}}""");

        Assert.Equal("record X(Required Home Home)", bound.TypeOf("X"));
        Assert.Equal("record Y(Required Home Home, Required YWork Work)", bound.TypeOf("Y"));
        Assert.Equal(
            ["shop.openapi.json#/components/schemas/X/properties/home", "shop.openapi.json#/components/schemas/Y/properties/home"],
            bound.Client.Types.Single(type => type.Name == "Home").Doc.Sources);
    }

    [Theory]
    [InlineData("", "", "record Y(Required Address Work)")]
    [InlineData("", ",\"description\":\"Where the desk stands.\"", "record Y(Required YWork Work)")]
    [InlineData(",\"deprecated\":true", "", "record Y(Required YWork Work)")]
    public void An_object_is_known_by_its_title_and_never_loses_a_text(string first, string second, string expected)
    {
        string Titled(string more) => Place[..^1] + ",\"title\":\"Address\"" + more + "}";
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"X":{"type":"object","required":["home"],"properties":{"home":{{{{Titled(first)}}}}}},"Y":{"type":"object","required":["work"],"properties":{"work":{{{{Titled(second)}}}}}}}""");

        Assert.Equal(expected, bound.TypeOf("Y"));
    }

    [Fact]
    public void The_discriminator_of_a_case_starts_at_its_one_value()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Circle":{"properties":{"kind":{"enum":["circle"],"type":"string"}}},"Shape":{"type":"object","required":["kind"],"anyOf":[{"$ref":"#/components/schemas/Circle"},{"$ref":"#/components/schemas/Square"}],"discriminator":{"propertyName":"kind","mapping":{"circle":"#/components/schemas/Circle","square":"#/components/schemas/Square"}}},"Square":{"properties":{"kind":{"enum":["square"],"type":"string"}}}}""");

        Assert.Equal("record Circle(Defaulted String Kind = String:circle)", bound.TypeOf("Circle"));
        Assert.Equal("union Shape(Circle: Circle [circle] via Kind, Square: Square [square] via Kind) by kind", bound.TypeOf("Shape"));
    }

    [Theory]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)$","type":["integer","string"],"format":"int32"}""", "Int32")]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)$","type":["null","integer","string"],"format":"int64"}""", "Int64?")]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$","type":["number","string"],"format":"double"}""", "Double")]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$","type":["number","string"],"format":"double"}""", "Decimal")]
    public void A_number_of_ASP_NET_Core_is_a_number(string schema, string expected) =>
        Assert.Equal(
            $"record Item(Required {expected} P)",
            BoundDocument.OfSchemas($$$$"""{"Item":{"type":"object","required":["p"],"properties":{"p":{{{{schema}}}}}}}""").TypeOf("Item"));
}
