namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary><c>$id</c>, <c>$anchor</c> and the base that references count from.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("other", "/components/schemas/Other")]
    [InlineData("./other", "/components/schemas/Other")]
    [InlineData("/schemas/other", "/components/schemas/Other")]
    [InlineData("https://example.com/schemas/other", "/components/schemas/Other")]
    [InlineData("other#/$defs/Inner", "/components/schemas/Other/$defs/Inner")]
    [InlineData("other#place", "/components/schemas/Other/$defs/Inner")]
    [InlineData("#place", "/components/schemas/Item/$defs/Inner")]
    [InlineData("#/$defs/Inner", "/components/schemas/Item/$defs/Inner")]
    [InlineData("#/components/schemas/Other", "/components/schemas/Other")]
    [InlineData("#", "/components/schemas/Item")]
    [InlineData("inner/deep", "/components/schemas/Item/$defs/Deep")]
    public void A_reference_counts_from_the_schema_with_an_id_around_it(string reference, string pointer)
    {
        Reading reading = Reading.OfSchemas($$$"""
            "Item": {
              "$id": "https://example.com/schemas/item",
              "properties": {"p": {"$ref": "{{{reference}}}"}},
              "$defs": {"Inner": {"$anchor": "place"}, "Deep": {"$id": "inner/deep"}}
            },
            "Other": {"$id": "https://example.com/schemas/other", "$defs": {"Inner": {"$anchor": "place"} } }
            """);

        Assert.Equal(pointer, reading["Item"].Properties[0].Schema.Target!.Schema.Pointer);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Ids_without_an_address_meet_all_the_same()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"$id": "/schemas/a", "properties": {"p": {"$ref": "b"}}},
            "B": {"$id": "/schemas/b"}
            """);

        Assert.Equal("B", reading["A"].Properties[0].Schema.Target!.Name);
    }

    [Fact]
    public void A_document_is_known_by_its_own_address()
    {
        Reading reading = Reading.Of("""
            {"openapi": "3.2.0", "$self": "https://example.com/api/shop.json", "paths": {},
             "components": {"schemas": {
               "A": {"$ref": "https://example.com/api/shop.json#/components/schemas/B"},
               "B": {"$ref": "shop.json#/components/schemas/C"},
               "C": {"$id": "c"},
               "D": {"$ref": "https://example.com/api/c"}}}}
            """);

        Assert.Empty(reading.Findings);
        Assert.Equal(["B", "C", null, "C"], reading.Document.Schemas.Select(schema => schema.Schema.Target?.Name));
    }
}
