namespace DatabricksApps.Gen.Tests.Binding;

public class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "String")]
    [InlineData("""{"type":"integer"}""", "Int64")]
    [InlineData("""{"type":"integer","format":"int32"}""", "Int32")]
    [InlineData("""{"type":"integer","maximum":18446744073709551615}""", "BigInteger")]
    [InlineData("""{"type":"number"}""", "Double")]
    [InlineData("""{"type":"number","format":"float"}""", "Single")]
    [InlineData("""{"type":"number","format":"decimal"}""", "Decimal")]
    [InlineData("""{"type":"boolean"}""", "Boolean")]
    [InlineData("""{"type":"string","format":"date-time"}""", "DateTime")]
    [InlineData("""{"type":"string","format":"date"}""", "Date")]
    [InlineData("""{"type":"string","format":"time"}""", "Time")]
    [InlineData("""{"type":"string","format":"duration"}""", "Duration")]
    [InlineData("""{"type":"number","format":"time-delta"}""", "Double")]
    [InlineData("""{"type":"string","format":"uuid4"}""", "Guid")]
    [InlineData("""{"type":"string","format":"uri"}""", "Uri")]
    [InlineData("""{"type":"string","format":"byte"}""", "Bytes")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", "Bytes")]
    [InlineData("""{"type":"string","format":"email"}""", "String")]
    [InlineData("""{"type":"string","format":"binary"}""", "String")]
    [InlineData("""{"anyOf":[{"type":"number"},{"type":"string","pattern":"^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"}]}""", "Decimal")]
    [InlineData("""{"type":"string","pattern":"^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"}""", "DecimalString")]
    [InlineData("""{}""", "Any")]
    [InlineData("""{"type":"object"}""", "Map<Any>")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "Map<Any>")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "Map<Int64>")]
    [InlineData("""{"type":"object","patternProperties":{"^x":{"type":"integer"}}}""", "Map<Int64>")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"patternProperties":{"^x":{"type":"string"}}}""", "Map<Any>")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"patternProperties":{"^x":{"type":"integer"}}}""", "Map<Int64>")]
    [InlineData("""{"type":"array"}""", "List<Any>")]
    [InlineData("""{"type":"array","uniqueItems":true,"items":{"anyOf":[{"type":"string"},{"type":"null"}]}}""", "List<String?>")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"minItems":2,"maxItems":2}""", "Tuple<String, Int64>")]
    public void An_inline_schema_becomes(string schema, string expected) =>
        Assert.Equal(
            $"record Item(Required {expected} P)",
            BoundDocument.OfSchemas($$$$"""{"Item":{"type":"object","required":["p"],"properties":{"p":{{{{schema}}}}}}}""").TypeOf("Item"));

    [Theory]
    [InlineData("""{"type":"string"}""", "Optional String? P")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "OptionalNullable String? P")]
    [InlineData("""{"type":["string","null"]}""", "OptionalNullable String? P")]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"null"}],"default":3}""", "OptionalNullable Int64? P = Number:3")]
    [InlineData("""{"type":"integer","default":3}""", "Defaulted Int64 P = Number:3")]
    [InlineData("""{"type":"integer","default":3.0}""", "Defaulted Int64 P = Number:3")]
    [InlineData("""{"type":"integer","default":"3"}""", "Optional Int64? P")]
    [InlineData("""{"type":"integer","default":99999999999999999999}""", "Optional Int64? P")]
    [InlineData("""{"type":"boolean","default":false}""", "Defaulted Boolean P = Boolean:false")]
    [InlineData("""{"type":"array","items":{"type":"string"},"default":[]}""", "Defaulted List<String> P = EmptyList:")]
    [InlineData("""{"type":"array","items":{"type":"string"},"default":["a"]}""", "Defaulted List<String> P = Json:[\u0022a\u0022]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"},"default":{}}""", "Defaulted Map<String> P = EmptyMap:")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"},"default":{"a":"b"}}""", "Optional Map<String>? P")]
    [InlineData("""{"const":"cat"}""", "Optional String? P")]
    [InlineData("""{"const":"cat","default":"cat"}""", "Defaulted String P = String:cat")]
    [InlineData("""{}""", "OptionalNullable Any? P")]
    [InlineData("""{"$ref":"#/components/schemas/Color","default":"red"}""", "Defaulted Color P = EnumMember:Red")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Color"}],"default":"red"}""", "Defaulted Color P = EnumMember:Red")]
    [InlineData("""{"$ref":"#/components/schemas/Color","default":"pink"}""", "Optional Color? P")]
    public void An_optional_member_becomes(string schema, string expected) =>
        Assert.Equal(
            $"record Item({expected.Replace("\\u0022", "\"")})",
            BoundDocument.OfSchemas($$$"""{"Item":{"type":"object","properties":{"p":{{{schema}}}}},"Color":{"enum":["red","green"],"type":"string"}}""").TypeOf("Item"));

    [Theory]
    [InlineData("""{"const":"cat"}""", "Constant String P = String:cat")]
    [InlineData("""{"const":1}""", "Constant Int64 P = Number:1")]
    [InlineData("""{"enum":["only"]}""", "Constant String P = String:only")]
    [InlineData("""{"enum":[true]}""", "Constant Boolean P = Boolean:true")]
    [InlineData("""{"type":"string","default":"x"}""", "Required String P")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "Required String? P")]
    public void A_required_member_becomes(string schema, string expected) =>
        Assert.Equal(
            $"record Item({expected})",
            BoundDocument.OfSchemas($$$$"""{"Item":{"type":"object","required":["p"],"properties":{"p":{{{{schema}}}}}}}""").TypeOf("Item"));

    [Fact]
    public void Twins_that_differ_in_required_only_are_one_type_with_both_places()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Item-Input":{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"sub":{"$ref":"#/components/schemas/Sub-Input"},"b":{"type":"integer","default":1}}},"Item-Output":{"type":"object","required":["a","b","sub"],"properties":{"a":{"type":"string"},"sub":{"$ref":"#/components/schemas/Sub-Output"},"b":{"type":"integer","default":1}}},"Sub-Input":{"type":"object","properties":{"x":{"type":"string"}}},"Sub-Output":{"type":"object","required":["x"],"properties":{"x":{"type":"string"}}}}""");

        Assert.Equal(
            [
                "record Item(Required String A, Optional Sub? Sub, Defaulted Int64 B = Number:1)",
                "record Sub(Optional String? X)",
            ],
            bound.Types);
        Assert.Equal(
            ["shop.openapi.json#/components/schemas/Item-Input", "shop.openapi.json#/components/schemas/Item-Output"],
            bound.Client.Types[0].Doc.Sources);
    }
}
