using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which type of C# a type and format of a document is.</summary>
public sealed class FormatRules
{
    [Theory]
    [InlineData("date-time", "DateTime")]
    [InlineData("date", "Date")]
    [InlineData("time", "Time")]
    [InlineData("duration", "Duration")]
    [InlineData("uuid", "Guid")]
    [InlineData("uuid1", "Guid")]
    [InlineData("uuid3", "Guid")]
    [InlineData("uuid4", "Guid")]
    [InlineData("uuid5", "Guid")]
    [InlineData("uuid2", "String")]
    [InlineData("uri", "Uri")]
    [InlineData("url", "Uri")]
    [InlineData("uri-reference", "Uri")]
    [InlineData("byte", "Bytes")]
    [InlineData("base64", "Bytes")]
    [InlineData("decimal", "DecimalString")]
    [InlineData("password", "String")]
    [InlineData("Date", "String")]
    public void A_string_is(string format, string expected) =>
        Assert.Equal(expected, Type($$"""{"type":"string","format":"{{format}}"}"""));

    [Theory]
    [InlineData("\"contentEncoding\":\"base64\"", "Bytes")]
    [InlineData("\"contentEncoding\":\"base32\"", "String")]
    [InlineData("\"contentEncoding\":\"base64\",\"format\":\"email\"", "String")]

    // The pattern of Pydantic's Decimal, which may be longer in its middle.
    [InlineData("\"pattern\":\"^(?!^[-+.]*$)[+-]?0*\\\\d{0,5}$\"", "DecimalString")]
    [InlineData("\"pattern\":\"^(?!^[-+.]*$)[+-]?0*\\\\d{0,5}\"", "String")]
    [InlineData("\"pattern\":\"(?!^[-+.]*$)[+-]?0*$\"", "String")]
    [InlineData("\"pattern\":\"^(?!^[-+.]*$)[+-]?0*$\",\"format\":\"email\"", "String")]
    public void A_string_without_a_format_is(string keywords, string expected) =>
        Assert.Equal(expected, Type($$"""{"type":"string",{{keywords}}}"""));

    [Theory]
    [InlineData("\"format\":\"int8\"", "Int32")]
    [InlineData("\"format\":\"int16\"", "Int32")]
    [InlineData("\"format\":\"int32\"", "Int32")]
    [InlineData("\"format\":\"uint8\"", "Int32")]
    [InlineData("\"format\":\"uint16\"", "Int32")]
    [InlineData("\"format\":\"uint32\"", "Int64")]
    [InlineData("\"format\":\"int64\"", "Int64")]
    [InlineData("\"format\":\"uint64\"", "BigInteger")]

    // Bounds that a long cannot reach; those of a long written as a double are no such.
    [InlineData("\"maximum\":9223372036854775807", "Int64")]
    [InlineData("\"maximum\":9.3e18", "Int64")]
    [InlineData("\"maximum\":1e19", "BigInteger")]
    [InlineData("\"minimum\":-1e19", "BigInteger")]
    [InlineData("\"minimum\":-9223372036854775808", "Int64")]
    [InlineData("\"minimum\":-1e19,\"maximum\":1", "BigInteger")]
    [InlineData("\"minimum\":0,\"maximum\":1e19", "BigInteger")]
    [InlineData("\"maximum\":1e19,\"format\":\"int32\"", "Int32")]
    public void An_integer_is(string keywords, string expected) => Assert.Equal(expected, Type($$"""{"type":"integer",{{keywords}}}"""));

    [Theory]
    [InlineData("\"format\":\"float\"", "Single")]
    [InlineData("\"format\":\"decimal\"", "Decimal")]
    [InlineData("\"format\":\"int32\"", "Int32")]
    [InlineData("\"format\":\"int64\"", "Int64")]
    [InlineData("\"format\":\"double\"", "Double")]
    [InlineData("\"format\":\"other\"", "Double")]
    [InlineData("\"format\":\"double\",\"pattern\":\"^-?(?:0|[1-9]\\\\d*)(?:\\\\.\\\\d+)?$\"", "Decimal")]
    [InlineData("\"format\":\"double\",\"pattern\":\"^-?(?:0|[1-9]\\\\d*)(?:\\\\.\\\\d+)?(?:[eE][+-]?\\\\d+)?$\"", "Double")]
    [InlineData("\"pattern\":\"^-?(?:0|[1-9]\\\\d*)(?:\\\\.\\\\d+)?$\"", "Double")]
    public void A_number_is(string keywords, string expected) => Assert.Equal(expected, Type($$"""{"type":"number",{{keywords}}}"""));

    [Theory]

    // A type that is said counts; an integer is a number too.
    [InlineData("""{"type":"string"}""", "String")]
    [InlineData("""{"type":["string","null"]}""", "String")]
    [InlineData("""{"type":["integer","number"]}""", "Number")]
    [InlineData("""{"type":["integer","string"]}""", "Integer, String")]
    [InlineData("""{"type":"string","properties":{"a":{}}}""", "String")]

    // A number that ASP.NET Core may read from a string is a number; a string with the same pattern stays one.
    [InlineData("""{"type":["integer","string"],"pattern":"^-?(?:0|[1-9]\\d*)$"}""", "Integer")]
    [InlineData("""{"type":["number","string"],"pattern":"^-?(?:0|[1-9]\\d*)x"}""", "Number")]
    [InlineData("""{"type":["integer","string"],"pattern":"x^-?(?:0|[1-9]\\d*)$"}""", "Integer, String")]
    [InlineData("""{"type":"string","pattern":"^-?(?:0|[1-9]\\d*)$"}""", "String")]
    [InlineData("""{"type":["boolean","string"],"pattern":"^-?(?:0|[1-9]\\d*)$"}""", "Boolean, String")]

    // Else what only an object, an array or a string can have tells it.
    [InlineData("""{"properties":{"a":{}}}""", "Object")]
    [InlineData("""{"patternProperties":{"a":{}}}""", "Object")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "Object")]
    [InlineData("""{"additionalProperties":false}""", "Object")]
    [InlineData("""{"additionalProperties":true}""", "None")]
    [InlineData("""{"type":"null","properties":{"a":{}}}""", "Object")]
    [InlineData("""{"items":{}}""", "Array")]
    [InlineData("""{"prefixItems":[{}]}""", "Array")]
    [InlineData("""{"items":{},"properties":{"a":{}}}""", "Object")]
    [InlineData("""{"format":"date-time"}""", "String")]
    [InlineData("""{"format":"date"}""", "String")]
    [InlineData("""{"format":"time"}""", "String")]
    [InlineData("""{"format":"uuid"}""", "String")]
    [InlineData("""{"format":"uuid4"}""", "String")]
    [InlineData("""{"format":"uri"}""", "String")]
    [InlineData("""{"format":"url"}""", "String")]
    [InlineData("""{"format":"binary"}""", "String")]
    [InlineData("""{"format":"byte"}""", "String")]
    [InlineData("""{"format":"password"}""", "String")]
    [InlineData("""{"format":"email"}""", "String")]
    [InlineData("""{"format":"int32"}""", "Integer")]
    [InlineData("""{"format":"int64"}""", "Integer")]
    [InlineData("""{"format":"uint64"}""", "Integer")]
    [InlineData("""{"format":"float"}""", "Number")]
    [InlineData("""{"format":"double"}""", "Number")]
    [InlineData("""{"format":"decimal"}""", "None")]
    [InlineData("""{"format":"int32","pattern":"^-?(?:0|[1-9]\\d*)$"}""", "Integer")]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)$"}""", "Integer")]
    [InlineData("""{"pattern":"^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$"}""", "Number")]
    [InlineData("""{"pattern":"^[0-9]*$"}""", "None")]
    [InlineData("""{"contentMediaType":"image/png"}""", "String")]
    [InlineData("""{"contentEncoding":"base64"}""", "String")]
    [InlineData("{}", "None")]
    public void A_schema_is_of_the_types(string schema, string expected) =>
        Assert.Equal(expected, SchemaFacts.TypesOf(Reading.OfSchema(schema)).ToString());

    [Theory]
    [InlineData("""{"format":"binary"}""", true)]
    [InlineData("""{"contentMediaType":"application/octet-stream"}""", true)]
    [InlineData("""{"contentMediaType":"application/octet-stream","contentEncoding":"base64"}""", false)]
    [InlineData("""{"contentMediaType":"image/png"}""", true)]
    [InlineData("""{"contentMediaType":"text/html"}""", false)]
    [InlineData("""{"contentMediaType":"application/json"}""", false)]
    [InlineData("""{"contentMediaType":"image/svg+xml"}""", false)]
    [InlineData("""{"format":"byte"}""", false)]
    public void A_file_is_told_by_its_format_or_its_content(string schema, bool isFile) =>
        Assert.Equal(isFile, Formats.IsBinary(Reading.OfSchema(schema)));

    [Theory]
    [InlineData("{}", null, "Duration")]
    [InlineData("{}", "FastAPI", "Duration")]
    [InlineData("{}", "NSwag v14.4.0.0 (NJsonSchema v11.3.2.0)", "ConstantDuration")]
    [InlineData("""{"example":"01:30:00"}""", null, "ConstantDuration")]
    [InlineData("""{"examples":["1.02:03:04"]}""", null, "ConstantDuration")]
    [InlineData("""{"default":"00:00:30"}""", null, "ConstantDuration")]
    [InlineData("""{"example":"PT1H"}""", "NSwag v14.4.0.0", "Duration")]
    [InlineData("""{"default":"-P1D"}""", "NSwag v14.4.0.0", "Duration")]
    [InlineData("""{"example":"PT1H","default":"01:00:00"}""", "NSwag v14.4.0.0", "Duration")]
    [InlineData("""{"example":"soon"}""", "NSwag v14.4.0.0", "ConstantDuration")]
    public void A_duration_is_spelled_as_the_document_shows_it_or_its_writer_does(string schema, string? writer, string expected) => Assert.Equal(
        expected, Formats.OfString(Reading.OfSchema(schema.Insert(1, "\"format\":\"duration\"" + (schema == "{}" ? "" : ","))), writer).ToString());

    private static string Type(string schema)
    {
        ApiSchema read = Reading.OfSchema(schema);
        return read.Types switch
        {
            ApiType.String => Formats.OfString(read).ToString(),
            ApiType.Integer => Formats.OfInteger(read).ToString(),
            _ => Formats.OfNumber(read).ToString(),
        };
    }
}
