using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Each keyword of a schema by itself: where it is read to, and what it does beside a reference.</summary>
public sealed class SchemaKeywordTests
{
    [Theory]

    // What says which values there are makes a schema of its own around the reference.
    [InlineData("\"type\":\"string\"", true)]
    [InlineData("\"const\":1", true)]
    [InlineData("\"const\":null", true)]
    [InlineData("\"enum\":[1]", true)]
    [InlineData("\"properties\":{\"a\":{}}", true)]
    [InlineData("\"required\":[\"a\"]", true)]
    [InlineData("\"required\":true", false)]
    [InlineData("\"additionalProperties\":false", true)]
    [InlineData("\"patternProperties\":{\"a\":{}}", true)]
    [InlineData("\"discriminator\":{\"propertyName\":\"a\"}", true)]
    [InlineData("\"items\":{}", true)]
    [InlineData("\"prefixItems\":[{}]", true)]
    [InlineData("\"additionalItems\":{}", true)]
    [InlineData("\"minItems\":1", true)]
    [InlineData("\"maxItems\":1", true)]
    [InlineData("\"uniqueItems\":true", true)]
    [InlineData("\"allOf\":[{}]", true)]
    [InlineData("\"anyOf\":[{}]", true)]
    [InlineData("\"oneOf\":[{}]", true)]
    [InlineData("\"contentMediaType\":\"a\"", true)]
    [InlineData("\"contentEncoding\":\"a\"", true)]
    [InlineData("\"contentSchema\":{}", true)]
    [InlineData("\"pattern\":\"a\"", true)]
    [InlineData("\"minimum\":1", true)]
    [InlineData("\"maximum\":1", true)]
    [InlineData("\"exclusiveMinimum\":1", true)]
    [InlineData("\"exclusiveMaximum\":1", true)]
    [InlineData("\"minLength\":1", true)]
    [InlineData("\"maxLength\":1", true)]
    [InlineData("\"multipleOf\":1", true)]
    [InlineData("\"minProperties\":1", true)]
    [InlineData("\"maxProperties\":1", true)]
    [InlineData("\"unevaluatedProperties\":false", true)]
    [InlineData("\"unevaluatedItems\":false", true)]

    // Notes stand beside it, and what is not known says nothing.
    [InlineData("\"format\":\"date\"", false)]
    [InlineData("\"title\":\"T\",\"description\":\"D\",\"deprecated\":true,\"readOnly\":true,\"writeOnly\":true", false)]
    [InlineData("\"default\":1,\"example\":2,\"examples\":[3],\"x-ms-discriminator-value\":\"a\"", false)]
    [InlineData("\"not\":{}", false)]
    [InlineData("\"x-other\":1,\"$comment\":\"c\"", false)]
    public void Beside_a_reference_a_keyword(string keyword, bool constrains)
    {
        ApiSchema schema = Reading.OfSchemas($$"""
            "S": {"$ref": "#/components/schemas/T", {{keyword}}}, "T": {"type": "object"}
            """)["S"];

        Assert.Equal(constrains, schema.Target is null);
        Assert.Equal(constrains, schema.AllOf.Any(part => part.Target is not null));
    }

    [Theory]
    [InlineData("\"not\":{}", "/not")]
    [InlineData("\"if\":{},\"then\":{},\"else\":{}", "/if,/then,/else")]
    [InlineData("\"title\":\"a\"", "")]
    public void A_keyword_that_is_not_checked_is_told(string keywords, string places)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {"type": "string", {{keywords}}}
            """);

        Assert.Equal(places, string.Join(',', reading.Findings.Select(finding => finding.Pointer["/components/schemas/S".Length..])));
        Assert.All(reading.Findings, finding => Assert.Equal("DBXAPP0108", finding.Id));
    }

    [Theory]
    [InlineData("""{"$dynamicRef":"#/components/schemas/T"}""", "T")]
    [InlineData("""{"$dynamicRef":"#/components/schemas/T","$ref":"#/components/schemas/U"}""", "U")]
    [InlineData("""{"$ref":"#/components/schemas/U","$dynamicRef":"#/components/schemas/T"}""", "U")]
    public void A_dynamic_reference_is_one_where_there_is_no_other(string schema, string target) =>
        Assert.Equal(target, Reading.OfSchemas($$"""
            "S": {{schema}}, "T": {}, "U": {}
            """)["S"].Target!.Name);

    [Theory]
    [InlineData("\"nullable\":true", true)]
    [InlineData("\"x-nullable\":true", true)]
    [InlineData("\"nullable\":\"true\"", true)]
    [InlineData("\"nullable\":false,\"x-nullable\":true", false)]
    [InlineData("\"x-nullable\":true,\"nullable\":false", false)]
    [InlineData("\"title\":\"a\"", false)]
    public void Null_is_allowed_by(string keywords, bool isNullable) =>
        Assert.Equal(isNullable, Reading.OfSchema($$"""{"type":"string",{{keywords}}}""").Types.HasFlag(ApiType.Null));

    [Theory]
    [InlineData("""{"nullable":true}""", "None")]
    [InlineData("""{"nullable":true,"type":"string"}""", "Null, String")]
    [InlineData("""{"nullable":true,"properties":{}}""", "None")]
    public void Without_a_type_null_is_none(string schema, string types) => Assert.Equal(types, Reading.OfSchema(schema).Types.ToString());

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"}],"nullable":true}""", "String|Null")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}],"nullable":true}""", "String|Null")]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", "String")]
    [InlineData("""{"anyOf":[],"nullable":true}""", "")]
    [InlineData("""{"anyOf":[{"type":["string","null"]}],"nullable":true}""", "Null, String|Null")]
    public void Null_is_a_branch_once(string schema, string branches) =>
        Assert.Equal(branches, string.Join('|', Reading.OfSchema(schema).AnyOf.Select(branch => branch.Types.ToString())));

    [Theory]
    [InlineData("""{"allOf":[{"type":"string"}],"nullable":true}""", true)]
    [InlineData("""{"const":"a","nullable":true}""", true)]
    [InlineData("""{"type":"string","nullable":true}""", false)]
    [InlineData("""{"allOf":[{"type":"string"}],"nullable":false}""", false)]
    public void What_null_cannot_join_it_stands_around(string schema, bool isAround)
    {
        ApiSchema read = Reading.OfSchema(schema[..^1] + ",\"title\":\"T\",\"description\":\"D\",\"deprecated\":true,\"readOnly\":true,\"writeOnly\":true,\"default\":\"d\",\"example\":\"e\"}");

        Assert.Equal(isAround ? 2 : 0, read.AnyOf.Count);
        Assert.Equal(("T", "D", true, true, true), (read.Title, read.Description, read.IsDeprecated, read.IsReadOnly, read.IsWriteOnly));
        Assert.Equal(("\"d\"", "\"e\"", "/components/schemas/S"), (read.Default!.Json, read.Example!.Json, read.Pointer));
        Assert.All(read.AnyOf, branch => Assert.Equal("/components/schemas/S", branch.Pointer));
        Assert.Equal(isAround ? ApiType.Null : null, read.AnyOf.LastOrDefault()?.Types);
    }

    [Theory]

    // The item that all others are comes from the newest word that is there, and false forbids others.
    [InlineData("""{"items":{"title":"i"}}""", "i", 0, false)]
    [InlineData("""{"prefixItems":[{}],"items":{"title":"i"}}""", "i", 1, false)]
    [InlineData("""{"prefixItems":[{}],"items":false}""", null, 1, true)]
    [InlineData("""{"prefixItems":[{}],"unevaluatedItems":false}""", null, 1, true)]
    [InlineData("""{"prefixItems":[{}],"unevaluatedItems":{"title":"u"}}""", "u", 1, false)]
    [InlineData("""{"items":{"title":"i"},"unevaluatedItems":{"title":"u"}}""", "i", 0, false)]
    [InlineData("""{"items":[{}],"additionalItems":{"title":"a"}}""", "a", 1, false)]
    [InlineData("""{"items":[{},{}],"additionalItems":false}""", null, 2, true)]
    [InlineData("""{"items":[{}],"unevaluatedItems":{"title":"u"}}""", null, 1, false)]
    [InlineData("""{"items":{"title":"i"},"additionalItems":false}""", "i", 0, false)]
    [InlineData("""{"items":true}""", "", 0, false)]
    [InlineData("""{"type":"array"}""", null, 0, false)]
    public void Items_are(string schema, string? items, int prefix, bool isForbidden)
    {
        ApiSchema read = Reading.OfSchema(schema);

        Assert.Equal(items, read.Items is { } all ? all.Title ?? "" : null);
        Assert.Equal((prefix, isForbidden), (read.PrefixItems.Count, read.IsItemsForbidden));
    }

    [Theory]
    [InlineData("""{"items":{}}""", "/items")]
    [InlineData("""{"unevaluatedItems":{}}""", "/unevaluatedItems")]
    [InlineData("""{"items":[{}],"additionalItems":{}}""", "/additionalItems")]
    public void An_item_lies_where_it_stands(string schema, string place) =>
        Assert.Equal("/components/schemas/S" + place, Reading.OfSchema(schema).Items!.Pointer);

    [Theory]
    [InlineData("""{"items":[{}]}""", "/items/0")]
    [InlineData("""{"prefixItems":[{}]}""", "/prefixItems/0")]
    public void A_first_item_lies_where_it_stands(string schema, string place) =>
        Assert.Equal("/components/schemas/S" + place, Assert.Single(Reading.OfSchema(schema).PrefixItems).Pointer);

    [Theory]
    [InlineData("""{"additionalProperties":{"title":"a"}}""", "Schema", "a", "/additionalProperties")]
    [InlineData("""{"unevaluatedProperties":{"title":"u"}}""", "Schema", "u", "/unevaluatedProperties")]
    [InlineData("""{"unevaluatedProperties":{"title":"u"},"additionalProperties":{"title":"a"}}""", "Schema", "a", "/additionalProperties")]
    [InlineData("""{"unevaluatedProperties":false}""", "Forbidden", null, null)]
    [InlineData("""{"unevaluatedProperties":false,"additionalProperties":true}""", "Allowed", null, null)]
    [InlineData("""{"additionalProperties":"false"}""", "Forbidden", null, null)]
    [InlineData("""{"additionalProperties":{}}""", "Allowed", null, null)]
    [InlineData("""{"additionalProperties":null}""", "Unspecified", null, null)]
    [InlineData("""{"additionalProperties":[]}""", "Allowed", null, null)]
    public void Further_members_are(string schema, string kind, string? title, string? place)
    {
        ApiSchema read = Reading.OfSchema(schema);

        Assert.Equal((kind, title), (read.AdditionalProperties.ToString(), read.AdditionalPropertiesSchema?.Title));
        Assert.Equal(place is null ? null : "/components/schemas/S" + place, read.AdditionalPropertiesSchema?.Pointer);
    }

    [Theory]
    [InlineData("""{"example":1,"examples":[2]}""", "1")]
    [InlineData("""{"examples":[2,3]}""", "2")]
    [InlineData("""{"example":null,"examples":[2]}""", "null")]
    [InlineData("""{"examples":[]}""", null)]
    [InlineData("""{"examples":{"a":1}}""", null)]
    [InlineData("""{"title":"a"}""", null)]
    public void The_example_is(string schema, string? json) => Assert.Equal(json, Reading.OfSchema(schema).Example?.Json);

    [Theory]
    [InlineData("""{"default":null}""", "null")]
    [InlineData("""{"default":1}""", "1")]
    [InlineData("""{"title":"a"}""", null)]
    public void The_default_is(string schema, string? json) => Assert.Equal(json, Reading.OfSchema(schema).Default?.Json);

    [Theory]
    [InlineData("""{"enum":"a"}""", "\"a\"")]
    [InlineData("""{"enum":[]}""", null)]
    [InlineData("""{"enum":["a",null],"type":"string"}""", "\"a\",null")]
    [InlineData("""{"enum":[],"nullable":true}""", null)]
    public void The_values_are(string schema, string? values) =>
        Assert.Equal(values, Reading.OfSchema(schema).Enum is { } list ? string.Join(',', list.Select(value => value.Json)) : null);

    [Theory]
    [InlineData("properties", "[]", "'properties' is an object, not an array; it is ignored")]
    [InlineData("patternProperties", "1", "'patternProperties' is an object, not a number; it is ignored")]
    [InlineData("allOf", "{}", "'allOf' is an array, not an object; it is read as a list of it")]
    [InlineData("anyOf", "{}", "'anyOf' is an array, not an object; it is read as a list of it")]
    [InlineData("oneOf", "\"a\"", "'oneOf' is an array, not a string; it is ignored")]
    [InlineData("prefixItems", "{}", "'prefixItems' is an array, not an object; it is read as a list of it")]
    [InlineData("prefixItems", "[]", null)]
    [InlineData("properties", "{}", null)]
    [InlineData("properties", "null", null)]
    [InlineData("allOf", "null", null)]
    public void A_keyword_of_the_wrong_kind_is_told(string keyword, string value, string? message)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {"{{keyword}}": {{value}}}
            """);

        Assert.Equal(message is null ? [] : [$"/components/schemas/S/{keyword} {message}"], reading.Findings.Select(finding => finding.Pointer + " " + finding.Message));
    }

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/T/properties"}""", "p", "DBXAPP0105 /properties/$ref")]
    [InlineData("""{"$ref":{"type":"string"}}""", "$ref", "")]
    [InlineData("""{"$ref":"#/no"}""", "$ref", "DBXAPP0105 /properties/$ref")]
    [InlineData("""{"$ref":"#/components/schemas/T/allOf"}""", "$ref", "DBXAPP0105 /properties/$ref")]
    public void A_member_of_the_name_of_a_reference_is_one_unless_it_leads_to_members(string properties, string names, string found)
    {
        Reading reading = Reading.OfSchemas($$$"""
            "S": {"properties": {{{properties}}}}, "T": {"properties": {"p": {}}, "allOf": [{}]}
            """);

        Assert.Equal(names, string.Join(',', reading["S"].Properties.Select(property => property.Name)));
        Assert.Equal(found, string.Join(',', reading.Findings.Select(finding => finding.Id + " " + finding.Pointer["/components/schemas/S".Length..])));
    }

    [Theory]
    [InlineData("\"minItems\"")]
    [InlineData("\"maxItems\"")]
    [InlineData("\"minLength\"")]
    [InlineData("\"maxLength\"")]
    [InlineData("\"minProperties\"")]
    [InlineData("\"maxProperties\"")]
    public void A_count_that_is_none_is_told_at_its_place(string keyword)
    {
        Reading reading = Reading.OfSchemas($$"""
            "S": {{{keyword}}: -1}, "T": {{{keyword}}: 0}
            """);

        Assert.Equal("/components/schemas/S/" + keyword.Trim('"'), Assert.Single(reading.Findings).Pointer);
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483646", int.MaxValue - 1)]
    [InlineData("0", 0)]
    [InlineData("1e1", 10)]
    public void A_count_is(string value, int expected) => Assert.Equal(expected, Reading.OfSchema($$"""{"maxItems":{{value}}}""").MaxItems);

    [Theory]
    [InlineData("\"multipleOf\":0.5", "0.5")]
    [InlineData("\"multipleOf\":\"2\"", "2")]
    [InlineData("\"multipleOf\":true", null)]
    public void A_number_may_be_a_text(string keyword, string? expected) =>
        Assert.Equal(expected, Reading.OfSchema("{" + keyword + "}").MultipleOf);
}
