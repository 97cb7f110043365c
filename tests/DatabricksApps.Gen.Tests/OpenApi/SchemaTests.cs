using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class SchemaTests
{
    [Fact]
    public void Every_keyword_is_read()
    {
        ApiSchema schema = Reading.OfSchema("""
            {
              "type": ["object", "null"], "format": "f", "title": "T", "description": "D",
              "deprecated": true, "readOnly": true, "writeOnly": true,
              "default": {"a": 1}, "examples": [[1], 2], "required": ["b", "a"],
              "properties": {"b": {"type": "string", "minLength": 1, "maxLength": 2, "pattern": "p"}, "a": {}},
              "additionalProperties": {"type": "integer"},
              "patternProperties": {"^x": {"type": "boolean"}},
              "contentMediaType": "application/json", "contentEncoding": "base64", "contentSchema": {"title": "C"}
            }
            """);

        Assert.Equal(ApiType.Object | ApiType.Null, schema.Types);
        Assert.Equal(("f", "T", "D"), (schema.Format, schema.Title, schema.Description));
        Assert.Equal((true, true, true), (schema.IsDeprecated, schema.IsReadOnly, schema.IsWriteOnly));
        Assert.Equal(("{\"a\":1}", "[1]"), (schema.Default!.Json, schema.Example!.Json));
        Assert.Equal(["b", "a"], schema.Required);
        Assert.Equal(["b", "a"], schema.Properties.Select(property => property.Name));
        ApiSchema text = schema.Properties[0].Schema;
        Assert.Equal("/components/schemas/S/properties/b", text.Pointer);
        Assert.Equal((ApiType.String, 1, 2, "p"), (text.Types, text.MinLength, text.MaxLength, text.Pattern));
        Assert.Equal(ApiType.None, schema.Properties[1].Schema.Types);
        Assert.Equal(ApiAdditional.Schema, schema.AdditionalProperties);
        Assert.Equal("/components/schemas/S/additionalProperties", schema.AdditionalPropertiesSchema!.Pointer);
        ApiProperty pattern = Assert.Single(schema.PatternProperties);
        Assert.Equal(("^x", "/components/schemas/S/patternProperties/^x"), (pattern.Name, pattern.Schema.Pointer));
        Assert.Equal(("application/json", "base64"), (schema.ContentMediaType, schema.ContentEncoding));
        Assert.Equal(("C", "/components/schemas/S/contentSchema"), (schema.ContentSchema!.Title, schema.ContentSchema.Pointer));
    }

    [Fact]
    public void Arrays_and_tuples_are_read()
    {
        ApiSchema list = Reading.OfSchema("""{"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3, "uniqueItems": true}""");
        Assert.Equal((1, 3), (list.MinItems, list.MaxItems));
        Assert.Equal(("/components/schemas/S/items", ApiType.String), (list.Items!.Pointer, list.Items.Types));

        ApiSchema tuple = Reading.OfSchema("""{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}""");
        Assert.Equal([ApiType.String, ApiType.Integer], tuple.PrefixItems.Select(item => item.Types));
        Assert.Equal("/components/schemas/S/prefixItems/1", tuple.PrefixItems[1].Pointer);
        Assert.True(tuple.IsItemsForbidden);
        Assert.Null(tuple.Items);

        ApiSchema old = Reading.OfSchema("""{"type": "array", "items": [{"type": "string"}], "additionalItems": false}""", "3.0.2");
        Assert.Equal("/components/schemas/S/items/0", Assert.Single(old.PrefixItems).Pointer);
        Assert.True(old.IsItemsForbidden);
        Assert.Null(old.Items);
    }

    [Theory]
    [InlineData("\"a\"", "\"a\"")]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.50")]
    [InlineData("92233720368547758079", "92233720368547758079")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    public void A_constant_is_of_any_type(string value, string json)
    {
        ApiSchema schema = Reading.OfSchema($$"""{"const": {{value}}, "default": {{value}}, "enum": [{{value}}]}""");

        Assert.Equal(json, schema.Const!.Json);
        Assert.Equal(json, schema.Default!.Json);
        Assert.Equal(json, Assert.Single(schema.Enum!).Json);
        Assert.Null(Reading.OfSchema("{}").Const);
        Assert.Null(Reading.OfSchema("{}").Default);
        Assert.Null(Reading.OfSchema("{}").Enum);
    }

    [Theory]
    [InlineData("true", "Allowed")]
    [InlineData("{}", "Allowed")]
    [InlineData("false", "Forbidden")]
    public void AdditionalProperties_may_be_a_boolean(string value, string expected)
    {
        ApiSchema schema = Reading.OfSchema($$"""{"additionalProperties": {{value}}}""");

        Assert.Equal(expected, schema.AdditionalProperties.ToString());
        Assert.Null(schema.AdditionalPropertiesSchema);
    }

    [Fact]
    public void A_schema_may_be_a_boolean()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {"properties": {"any": true, "never": false}, "items": true}, "Never": false
            """);

        Assert.Equal([false, true], reading["S"].Properties.Select(property => property.Schema.IsNever));
        Assert.Equal("/components/schemas/S/items", reading["S"].Items!.Pointer);
        Assert.True(reading["Never"].IsNever);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"string\"", "a string")]
    [InlineData("[]", "an array")]
    public void What_is_no_schema_allows_anything(string value, string kind)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{\"properties\": {{\"p\": {value}}}}}");

        Assert.Equal(ApiType.None, Assert.Single(reading["S"].Properties).Schema.Types);
        Assert.Equal(
            new Finding("DBXAPP0105", "/components/schemas/S/properties/p", $"a schema is an object, not {kind}; any value is allowed"),
            Assert.Single(reading.Findings));
    }

    [Theory]
    [InlineData("\"list\"", "None", null, "there is no type 'list'; any type is allowed")]
    [InlineData("\"bool\"", "Boolean", null, "there is no type 'bool'; it is read as 'boolean'")]
    [InlineData("\"int64\"", "Integer", "int64", "there is no type 'int64'; it is read as 'integer'")]
    [InlineData("\"filepath\"", "String", null, "there is no type 'filepath'; it is read as 'string'")]
    [InlineData("\"String\"", "String", null, "there is no type 'String'; it is read as 'string'")]
    [InlineData("\"any\"", "None", null, "there is no type 'any'; any type is allowed")]
    [InlineData("{}", "None", null, "'type' is an object; any type is allowed")]
    public void A_type_that_does_not_exist_is_read_as_it_was_meant(string type, string expected, string? format, string message)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{\"type\": {type}}}");

        Assert.Equal((expected, format), (reading["S"].Types.ToString(), reading["S"].Format));
        Assert.Equal(
            new Finding("DBXAPP0105", "/components/schemas/S/type", message),
            Assert.Single(reading.Findings));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("4294967296", int.MaxValue)]
    [InlineData("99999999999999999999", int.MaxValue)]
    public void A_count_may_be_any_whole_number(string value, int expected)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{\"minLength\": {value}, \"maxItems\": {value}}}");

        Assert.Equal((expected, expected), (reading["S"].MinLength, reading["S"].MaxItems));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("1e400")]
    public void A_count_that_is_no_whole_number_limits_nothing(string value)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{\"maxLength\": {value}}}");

        Assert.Null(reading["S"].MaxLength);
        Assert.Equal(
            new Finding("DBXAPP0105", "/components/schemas/S/maxLength", "'maxLength' is no whole number and limits nothing"),
            Assert.Single(reading.Findings));
    }

    [Theory]
    [InlineData("3.0.2", """{"minimum": 1, "exclusiveMinimum": true}""", null, "1")]
    [InlineData("3.0.2", """{"minimum": 1, "exclusiveMinimum": false}""", "1", null)]
    [InlineData("3.0.2", """{"exclusiveMinimum": 0}""", null, "0")]
    [InlineData("3.1.0", """{"minimum": 1, "exclusiveMinimum": true}""", null, "1")]
    [InlineData("3.1.0", """{"minimum": 0.50, "exclusiveMinimum": 92233720368547758079}""", "0.50", "92233720368547758079")]
    [InlineData("3.1.0", """{"exclusiveMinimum": true}""", null, null)]
    public void An_exclusive_bound_is_a_boolean_or_a_number_under_any_version(
        string version, string schema, string? minimum, string? exclusive)
    {
        ApiSchema lower = Reading.OfSchema(schema, version);
        ApiSchema upper = Reading.OfSchema(schema.Replace("minimum", "maximum").Replace("Minimum", "Maximum"), version);

        Assert.Equal((minimum, exclusive), (lower.Minimum, lower.ExclusiveMinimum));
        Assert.Equal((minimum, exclusive), (upper.Maximum, upper.ExclusiveMaximum));
    }

    [Theory]
    [InlineData("\"properties\": []", "/properties", "'properties' is an object, not an array; it is ignored")]
    [InlineData("\"allOf\": {}", "/allOf", "'allOf' is an array, not an object; it is read as a list of it")]
    public void A_keyword_of_the_wrong_kind_is_told_with_what_becomes_of_it(string keyword, string place, string message)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{{keyword}}}");

        Assert.Equal(
            new Finding("DBXAPP0105", "/components/schemas/S" + place, message), Assert.Single(reading.Findings));
    }

    [Fact]
    public void A_boolean_required_of_a_property_is_not_a_list_of_names() =>
        Assert.Empty(Reading.OfSchema("""{"required": true}""").Required);
}
