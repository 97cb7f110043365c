namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>At which default a member starts: one that its type can hold, and that is certain to be read.</summary>
public sealed class DefaultRules
{
    [Theory]
    [InlineData("\"string\"", "\"a\"", "Defaulted String P = String:a")]
    [InlineData("\"string\"", "1", "Optional String? P")]
    [InlineData("\"boolean\"", "true", "Defaulted Boolean P = Boolean:true")]
    [InlineData("\"boolean\"", "false", "Defaulted Boolean P = Boolean:false")]
    [InlineData("\"boolean\"", "\"true\"", "Optional Boolean? P")]
    [InlineData("\"string\"", "[]", "Optional String? P")]
    [InlineData("\"string\"", "{}", "Optional String? P")]
    public void A_plain_value(string type, string value, string expected) => AssertMember($$"""{"type":{{type}},"default":{{value}}}""", expected);

    [Theory]
    [InlineData("int32", "2147483647", "Defaulted Int32 P = Number:2147483647")]
    [InlineData("int32", "2147483648", "Optional Int32? P")]
    [InlineData("int32", "-2147483648", "Defaulted Int32 P = Number:-2147483648")]
    [InlineData("int32", "-2147483649", "Optional Int32? P")]
    [InlineData("int32", "1.5", "Optional Int32? P")]
    [InlineData("int32", "1e2", "Defaulted Int32 P = Number:100")]
    [InlineData("int32", "1.00", "Defaulted Int32 P = Number:1")]
    [InlineData("int32", "\"1\"", "Optional Int32? P")]
    [InlineData("int64", "9223372036854775807", "Defaulted Int64 P = Number:9223372036854775807")]
    [InlineData("int64", "9223372036854775808", "Optional Int64? P")]
    [InlineData("int64", "-9223372036854775808", "Defaulted Int64 P = Number:-9223372036854775808")]
    [InlineData("int64", "-9223372036854775809", "Optional Int64? P")]
    [InlineData("int64", "1e99", "Optional Int64? P")]
    public void A_whole_number(string format, string value, string expected) =>
        AssertMember($$"""{"type":"integer","format":"{{format}}","default":{{value}}}""", expected);

    [Theory]
    [InlineData("""{"type":"number","format":"decimal","default":1.50}""", "Defaulted Decimal P = Number:1.50")]
    [InlineData("""{"type":"string","format":"decimal","default":"1.50"}""", "Defaulted DecimalString P = Number:1.50")]
    [InlineData("""{"type":"string","format":"decimal","default":"1e2"}""", "Defaulted DecimalString P = Number:100")]
    [InlineData("""{"type":"string","format":"decimal","default":"x"}""", "Optional DecimalString? P")]
    [InlineData("""{"type":"string","format":"decimal","default":true}""", "Optional DecimalString? P")]
    [InlineData("""{"type":"number","format":"decimal","default":1e99}""", "Optional Decimal? P")]
    [InlineData("""{"type":"number","default":1}""", "Defaulted Double P = Number:1")]
    [InlineData("""{"type":"number","default":true}""", "Optional Double? P")]
    public void A_number(string schema, string expected) => AssertMember(schema, expected);

    [Theory]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", true)]
    [InlineData("uuid", "123e4567e89b12d3a456426614174000", false)]
    [InlineData("date", "2020-02-29", true)]
    [InlineData("date", "2021-02-29", false)]
    [InlineData("date", "2020-2-9", false)]
    [InlineData("date-time", "2020-02-29T10:00:00Z", true)]
    [InlineData("date-time", "2020-02-29T10:00:00+02:00", true)]
    [InlineData("date-time", "2020-02-29T10:00:00", true)]
    [InlineData("date-time", "2020-02-29 10:00:00Z", false)]
    [InlineData("date-time", "2020-02-29", false)]

    // What has no literal the server knows alone.
    [InlineData("time", "10:00:00", false)]
    [InlineData("duration", "P1D", false)]
    [InlineData("uri", "https://x", false)]
    [InlineData("byte", "YQ==", false)]
    public void A_text_with_a_format(string format, string value, bool isHeld)
    {
        BoundDocument bound = Bind($$"""{"type":"string","format":"{{format}}","default":"{{value}}"}""");

        Assert.Equal(isHeld, bound.TypeOf("Item").Contains($" = Json:", StringComparison.Ordinal));
        Assert.Equal(isHeld ? [] : ["DBXAPP0107 /components/schemas/Item/properties/p"], bound.FindingPlaces);
    }

    [Fact]
    public void A_number_is_no_text_with_a_format() =>
        AssertMember("""{"type":"string","format":"date","default":1}""", "Optional Date? P");

    [Theory]
    [InlineData("\"string\"", "[]", "EmptyList:")]
    [InlineData("\"string\"", "[\"a\",\"b\"]", "Json:[\"a\",\"b\"]")]
    [InlineData("\"string\"", "[\"a\",1]", null)]
    [InlineData("\"boolean\"", "[true]", "Json:[true]")]
    [InlineData("\"integer\"", "[1,2]", "Json:[1,2]")]
    [InlineData("\"integer\",\"format\":\"int32\"", "[1,2]", "Json:[1,2]")]
    [InlineData("\"number\"", "[1.5]", "Json:[1.5]")]
    [InlineData("\"array\"", "[[]]", null)]
    [InlineData("\"string\"", "[null]", null)]

    // Of items that may not be read alike everywhere none is certain.
    [InlineData("\"string\",\"format\":\"date\"", "[\"2020-01-01\"]", null)]
    [InlineData("\"number\",\"format\":\"float\"", "[1.5]", null)]
    [InlineData("\"number\",\"format\":\"decimal\"", "[1.5]", null)]
    [InlineData("\"string\"", "{}", null)]
    [InlineData("\"string\"", "\"a\"", null)]
    public void A_list(string type, string value, string? literal)
    {
        BoundDocument bound = Bind($$"""{"type":"array","items":{"type":{{type}}},"default":{{value}}}""");

        Assert.Equal(literal ?? "", bound.TypeOf("Item").Split(" = ").Skip(1).FirstOrDefault()?.TrimEnd(')') ?? "");
    }

    [Theory]
    [InlineData("""{"type":"object","default":{}}""", "Defaulted Map<Any> P = EmptyMap:")]
    [InlineData("""{"type":"object","default":{"a":1}}""", "Optional Map<Any>? P")]
    [InlineData("""{"type":"object","default":[]}""", "Optional Map<Any>? P")]
    [InlineData("""{"$ref":"#/components/schemas/Free","default":{}}""", "Defaulted Free P = EmptyObject:")]
    [InlineData("""{"$ref":"#/components/schemas/Bound","default":{}}""", "Optional Bound? P")]
    [InlineData("""{"$ref":"#/components/schemas/Fixed","default":{}}""", "Defaulted Fixed P = EmptyObject:")]
    public void An_empty_object_where_no_member_is_required(string schema, string expected) => AssertMember(schema, expected);

    [Theory]
    [InlineData("Color", "\"red\"", "Defaulted Color P = EnumMember:Red")]
    [InlineData("Color", "\"pink\"", "Optional Color? P")]
    [InlineData("Level", "1", "Defaulted Level P = EnumMember:Value1")]
    [InlineData("Level", "\"1\"", "Optional Level? P")]
    [InlineData("Level", "3", "Optional Level? P")]
    [InlineData("Mix", "1", "Defaulted Mix P = EnumMember:Value1")]
    [InlineData("Mix", "\"1\"", "Optional Mix? P")]
    [InlineData("Mix", "\"a\"", "Defaulted Mix P = EnumMember:A")]
    public void A_value_of_an_enum(string name, string value, string expected) =>
        AssertMember($$"""{"$ref":"#/components/schemas/{{name}}","default":{{value}}}""", expected);

    [Theory]

    // The nearer default counts; one of the target alone does too.
    [InlineData("""{"$ref":"#/components/schemas/Started"}""", "Defaulted String P = String:start")]
    [InlineData("""{"$ref":"#/components/schemas/Started","default":"own"}""", "Defaulted String P = String:own")]
    [InlineData("""{"$ref":"#/components/schemas/Started","default":null}""", "Optional String? P")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Started"}]}""", "Defaulted String P = String:start")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Started"}],"default":"own"}""", "Defaulted String P = String:own")]
    public void The_nearer_default(string schema, string expected) => AssertMember(schema, expected);

    [Theory]
    [InlineData("""{"const":"a"}""", "Constant String P = String:a")]
    [InlineData("""{"const":1.5}""", "Constant Double P = Number:1.5")]
    [InlineData("""{"const":true}""", "Constant Boolean P = Boolean:true")]
    [InlineData("""{"const":99999999999999999999}""", "Constant Double P = Number:99999999999999999999")]
    [InlineData("""{"const":{"a":1}}""", "Constant Any P = Json:{\"a\":1}")]
    [InlineData("""{"const":null}""", "Constant Any P = Json:null")]
    [InlineData("""{"type":"null"}""", "Constant Any P = Json:null")]
    [InlineData("""{"type":"string","enum":[null]}""", "Constant String? P = Null:")]
    [InlineData("""{"enum":[{"a":1}]}""", "Constant Any P = Json:{\"a\":1}")]
    [InlineData("""{"const":[1,"b"]}""", "Constant Any P = Json:[1,\"b\"]")]
    [InlineData("""{"enum":["a",null]}""", "Required String? P")]
    [InlineData("""{"anyOf":[{"const":"a"},{"type":"null"}]}""", "Required String? P")]
    public void A_required_member_with_one_value(string schema, string expected) =>
        Assert.Equal($"record Item({expected})", Rule.Member(schema).TypeOf("Item"));

    private const string Others = """
        "Color":{"enum":["red","green"]},"Level":{"enum":[1,2]},"Mix":{"enum":["a",1]},"Started":{"type":"string","default":"start"},
        "Free":{"type":"object","properties":{"a":{"type":"string"}}},"Bound":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},
        "Fixed":{"type":"object","required":["a"],"properties":{"a":{"const":"x"}}}
        """;

    private static void AssertMember(string schema, string expected)
    {
        BoundDocument bound = Bind(schema);

        Assert.Equal($"record Item({expected})", bound.TypeOf("Item"));
        bool isIgnored = expected.StartsWith("Optional ", StringComparison.Ordinal) && schema.Contains("\"default\":", StringComparison.Ordinal) && !schema.Contains("null", StringComparison.Ordinal);
        Assert.Equal(isIgnored ? ["DBXAPP0107 /components/schemas/Item/properties/p"] : [], bound.FindingPlaces);
    }

    private static BoundDocument Bind(string schema) =>
        BoundDocument.OfSchemas($$$"""{"Item":{"type":"object","properties":{"p":{{{schema}}}}},{{{Others}}}}""");
}
