namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>What the words of types mean, by what cases are told, and how a schema without a name is named.</summary>
public sealed class TypeWordTests
{
    [Theory]
    [InlineData("string", "String", null)]
    [InlineData("integer", "Integer", null)]
    [InlineData("number", "Number", null)]
    [InlineData("boolean", "Boolean", null)]
    [InlineData("array", "Array", null)]
    [InlineData("object", "Object", null)]
    [InlineData("null", "Null", null)]
    [InlineData("file", "String", "binary")]
    public void A_type_is(string word, string type, string? format)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {"type": "{{word}}"}, "T": {"type": ["{{word}}"]}
            """);

        Assert.Equal((type, format), (reading["S"].Types.ToString(), reading["S"].Format));
        Assert.Equal((type, format), (reading["T"].Types.ToString(), reading["T"].Format));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("str", "String", null)]
    [InlineData("text", "String", null)]
    [InlineData("FilePath", "String", null)]
    [InlineData("STRING", "String", null)]
    [InlineData("date", "String", "date")]
    [InlineData("datetime", "String", "date-time")]
    [InlineData("date-time", "String", "date-time")]
    [InlineData("UUID", "String", "uuid")]
    [InlineData("bool", "Boolean", null)]
    [InlineData("Boolean", "Boolean", null)]
    [InlineData("int", "Integer", null)]
    [InlineData("long", "Integer", null)]
    [InlineData("Integer", "Integer", null)]
    [InlineData("int32", "Integer", "int32")]
    [InlineData("int64", "Integer", "int64")]
    [InlineData("float", "Number", null)]
    [InlineData("double", "Number", null)]
    [InlineData("decimal", "Number", null)]
    [InlineData("Number", "Number", null)]
    [InlineData("Array", "Array", null)]
    [InlineData("dict", "Object", null)]
    [InlineData("map", "Object", null)]
    [InlineData("Object", "Object", null)]
    [InlineData("None", "Null", null)]
    [InlineData("nil", "Null", null)]
    [InlineData("File", "None", null)]
    [InlineData("", "None", null)]
    public void A_word_that_is_no_type_means(string word, string type, string? format)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {"type": "{{word}}"}
            """);

        Assert.Equal((type, format), (reading["S"].Types.ToString(), reading["S"].Format));
        string meant = type == "None" ? "any type is allowed" : $"it is read as '{type.ToLowerInvariant()}'";
        Assert.Equal($"there is no type '{word}'; {meant}", Assert.Single(reading.Findings).Message);
        Assert.Equal("/components/schemas/S/type", reading.Findings[0].Pointer);
    }

    [Theory]
    [InlineData("""["string",null]""", "Null, String", 0)]
    [InlineData("""["string","int"]""", "Integer, String", 1)]
    [InlineData("[]", "None", 0)]
    [InlineData("null", "None", 0)]
    [InlineData("1", "None", 1)]
    [InlineData("[[]]", "None", 1)]
    public void Types_are(string type, string expected, int findings)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {"type": {{type}}}
            """);

        Assert.Equal((expected, findings), (reading["S"].Types.ToString(), reading.Findings.Count));
    }

    [Fact]
    public void A_format_that_is_said_counts_before_one_that_the_type_means() =>
        Assert.Equal("byte", Reading.OfSchema("""{"type":"file","format":"byte"}""").Format);

    [Theory]
    [InlineData("\"discriminator\":\"k\"", "k")]
    [InlineData("\"discriminator\":{\"propertyName\":\"k\"}", "k")]
    [InlineData("\"discriminator\":{}", null)]
    [InlineData("\"discriminator\":[]", null)]
    [InlineData("\"title\":\"a\"", null)]
    public void The_discriminator_is(string keyword, string? property) =>
        Assert.Equal(property, Reading.OfSchema("{" + keyword + "}").Discriminator?.PropertyName);

    [Theory]
    [InlineData("\"x\":null", "/x")]
    [InlineData("\"x\":{}", "/x")]
    [InlineData("\"x/y\":\"No\"", "/x~1y")]
    [InlineData("\"x\":\"#/no\"", "/x")]
    [InlineData("\"x\":\"T\",\"y\":\"#/components/schemas/T\"", null)]
    public void A_value_of_a_mapping_that_names_nothing_is_told(string mapping, string? place)
    {
        Reading reading = Reading.OfSchemas($$$$"""
            "S": {"discriminator": {"propertyName": "k", "mapping": {{{{{mapping}}}}}}}, "T": {}
            """);

        Assert.Equal(
            place is null ? [] : ["DBXAPP0103 /components/schemas/S/discriminator/mapping" + place],
            reading.Findings.Select(finding => finding.Id + " " + finding.Pointer));
        Assert.Equal(place is null ? 2 : 0, reading["S"].Discriminator!.Mapping.Count);
    }

    [Theory]
    [InlineData("/components/schemas/Item", "Item")]
    [InlineData("/components/schemas/Item/properties/price", "Item_price")]
    [InlineData("/components/schemas/Item/properties/a/properties/b", "a_b")]
    [InlineData("/components/schemas/Item/items/allOf/0", "Item")]
    [InlineData("/components/schemas/Item/anyOf/12/oneOf/9", "Item")]
    [InlineData("/components/schemas/Item/x/123", "x_123")]
    [InlineData("/$defs/D/prefixItems/1/additionalProperties", "D")]
    [InlineData("/definitions/D/patternProperties/^a", "D_^a")]
    [InlineData("/paths/~1a~1b/get/responses/200/content/application~1json/schema", "200_application/json")]
    [InlineData("/paths/~1a/get/requestBody/content/x/itemSchema", "get_x")]
    [InlineData("/components/requestBodies/B/parameters/headers", "B")]
    [InlineData("/paths/~1a#b", "/a#b")]
    [InlineData("", "")]
    [InlineData("/components/schemas", "")]
    [InlineData("/components/responses/R/content", "R")]
    [InlineData("/definitions/D", "D")]
    [InlineData("a/.hidden.json#", "hidden")]
    [InlineData("common.yaml#/components/schemas/Label", "Label")]
    [InlineData("schemas/part.json#", "part")]
    [InlineData("schemas/part.v1.json#/items", "part")]
    [InlineData("part#", "part")]
    [InlineData("a/#", "")]
    [InlineData("../x/y.json#/definitions/", "")]
    public void What_is_referred_to_is_named(string pointer, string expected) =>
        Assert.Equal(expected, DatabricksApps.Gen.OpenApi.Schemas.PointerNames.Of(pointer));
}
