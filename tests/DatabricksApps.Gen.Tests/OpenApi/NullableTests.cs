using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class NullableTests
{
    [Theory]
    [InlineData("3.0.2")]
    [InlineData("3.1.0")]
    public void Beside_type_null_is_one_more_type(string version)
    {
        ApiSchema schema = Reading.OfSchema("""{"type": "string", "nullable": true}""", version);

        Assert.Equal(ApiType.String | ApiType.Null, schema.Types);
    }

    [Fact]
    public void The_word_of_2_0_is_read_too() =>
        Assert.Equal(ApiType.String | ApiType.Null, Reading.OfSchema("""{"type": "string", "x-nullable": true}""").Types);

    [Fact]
    public void False_says_nothing() =>
        Assert.Equal(ApiType.String, Reading.OfSchema("""{"type": "string", "nullable": false}""").Types);

    [Theory]
    [InlineData("""{"type": "string", "enum": ["a"], "nullable": true}""", "\"a\",null")]
    [InlineData("""{"enum": ["a", null], "nullable": true}""", "\"a\",null")]
    [InlineData("""{"enum": ["a"]}""", "\"a\"")]
    public void Beside_enum_null_is_one_more_value(string schema, string values) =>
        Assert.Equal(values, string.Join(',', Reading.OfSchema(schema).Enum!.Select(value => value.Json)));

    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void Beside_a_union_null_is_one_more_branch(string keyword)
    {
        ApiSchema schema = Reading.OfSchema($$"""{"{{keyword}}": [{"type": "string"}, {"type": "integer"}], "nullable": true}""");
        ApiSchema listed = Reading.OfSchema($$"""{"{{keyword}}": [{"type": "string"}, {"type": "null"}], "nullable": true}""");

        Assert.Equal([ApiType.String, ApiType.Integer, ApiType.Null], schema.AnyOf.Concat(schema.OneOf).Select(branch => branch.Types));
        Assert.Equal([ApiType.String, ApiType.Null], listed.AnyOf.Concat(listed.OneOf).Select(branch => branch.Types));
    }

    [Theory]
    [InlineData("""{"allOf": [{"$ref": "#/components/schemas/T"}], "nullable": true, "title": "N", "default": null}""")]
    [InlineData("""{"$ref": "#/components/schemas/T", "nullable": true, "title": "N", "default": null}""")]
    [InlineData("""{"const": 1, "nullable": true, "title": "N", "default": null}""")]
    public void Beside_what_it_cannot_join_null_is_a_branch_around(string member)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {member}, \"T\": {{\"type\": \"object\"}}");

        ApiSchema schema = reading["S"];
        Assert.Equal(("N", "null", "/components/schemas/S"), (schema.Title, schema.Default!.Json, schema.Pointer));
        Assert.Equal(2, schema.AnyOf.Count);
        Assert.Equal(ApiType.Null, schema.AnyOf[1].Types);
        ApiSchema inner = schema.AnyOf[0];
        Assert.Equal(ApiType.None, inner.Types);
        ApiComponent? target = inner.Target ?? inner.AllOf.SingleOrDefault()?.Target;
        Assert.Equal(inner.Const is null ? "T" : null, target?.Name);
    }
}
