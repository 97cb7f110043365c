using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What is not sent as a document may mean it: bytes where there is no place for them, addresses where files are meant, encodings of nothing.</summary>
public sealed class SendRules
{
    private const string Body = "/paths/~1api~1a/post/requestBody/content/";
    private const string Bytes = "has no place for bytes: a binary string is a string in it, sent as the text that is given; with contentEncoding: base64 it is byte[]";

    [Theory]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","format":"binary"}}}""", "/properties/f")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","contentMediaType":"image/png"}}}""", "/properties/f")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"anyOf":[{"type":"string","format":"binary"},{"type":"null"}]}}}""", "/properties/f/anyOf/0")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"array","items":{"type":"object","properties":{"g":{"type":"string","format":"binary"}}}}}}""", "/properties/f/items/properties/g")]
    [InlineData("application/json", """{"type":"string","format":"binary"}""", "")]
    [InlineData("application/vnd.api+json", """{"type":"object","additionalProperties":{"type":"string","format":"binary"}}""", "/additionalProperties")]
    [InlineData("application/x-www-form-urlencoded", """{"type":"object","properties":{"f":{"type":"string","format":"binary"}}}""", "/properties/f")]
    public void Bytes_have_no_place_in(string mediaType, string schema, string place)
    {
        BoundDocument bound = Of(mediaType, schema);

        string pointer = Body + mediaType.Replace("/", "~1", StringComparison.Ordinal) + "/schema" + place;
        Assert.Equal([$"{pointer}: {mediaType} {Bytes}"], Told(bound));
    }

    [Theory]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","contentEncoding":"base64"}}}""", "Bytes?")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","format":"binary","contentEncoding":"base64"}}}""", "Bytes?")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","contentMediaType":"image/png","contentEncoding":"base64"}}}""", "Bytes?")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","format":"byte"}}}""", "Bytes?")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","contentMediaType":"application/json"}}}""", "String?")]
    public void As_text_bytes_have_one(string mediaType, string schema, string type)
    {
        BoundDocument bound = Of(mediaType, schema);

        Assert.Equal([$"record SendBody(Optional {type} F)"], bound.Types);
        Assert.Empty(Told(bound));
    }

    [Theory]
    [InlineData("""{"type":"string","format":"byte"}""", 1)]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", 1)]
    [InlineData("""{"type":"string","format":"binary"}""", 0)]
    [InlineData("""{"type":"string"}""", 0)]
    public void A_whole_body_is_a_file_as_it_is(string schema, int told)
    {
        BoundDocument bound = Of("image/jpeg", schema);

        Assert.Equal(["SendAsync(Bytes File? body) -> None"], bound.Operations);
        Assert.Equal(
            Enumerable.Repeat(Body + "image~1jpeg/schema: the file is sent as it is, not as base64: give one that is base64 where the app takes no other", told),
            Told(bound));
    }

    [Fact]
    public void What_only_the_server_sets_is_not_sent()
    {
        BoundDocument bound = Rule.Operation("""
            "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"f":{"type":"string","format":"binary","readOnly":true},"a":{"type":"string"}}}},
              "multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}
            """);

        Assert.Equal(BodyKind.Json, bound.TheOperation().Body!.Kind);
        Assert.Equal([$"{Body}multipart~1form-data: no method sends 'multipart/form-data'; 'application/json' is sent. MediaTypes of the item changes it"], Told(bound));
    }

    [Fact]
    public void A_parameter_has_no_place_for_bytes_either() => Assert.Equal(
        [$"/paths/~1api~1a/post/parameters/0/schema: a parameter {Bytes}"],
        Told(Rule.Operation("""
            "parameters":[{"name":"q","in":"query","schema":{"type":"string","format":"binary"}}]
            """)));

    [Theory]
    [InlineData("""{"type":"string","format":"uri"}""")]
    [InlineData("""{"type":"string","format":"uri","nullable":true}""")]
    [InlineData("""{"anyOf":[{"type":"string","format":"uri"},{"type":"null"}]}""")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"uri"}}""")]
    public void In_a_multipart_body_without_a_file_an_address_may_be_meant_as_one(string schema) => Assert.Equal(
        [
            Body + "multipart~1form-data/schema/properties/f: multipart makes no file of the field 'f', which is an address by its format and sent as text; "
                + "a file has format: binary, as drf-spectacular writes it with COMPONENT_SPLIT_REQUEST",
        ],
        Told(Of("multipart/form-data", $$$$"""{"type":"object","properties":{"f":{{{{schema}}}},"title":{"type":"string"}}}""")));

    [Theory]
    [InlineData("application/json", 1)]
    [InlineData("application/x-www-form-urlencoded", 0)]
    public void Beside_a_multipart_body_of_the_same_fields_JSON_may_have_an_address_in_place_of_a_file(string mediaType, int told)
    {
        const string Schema = """{"schema":{"type":"object","properties":{"f":{"type":"string","format":"uri"},"title":{"type":"string"}}}}""";
        BoundDocument bound = Rule.Operation($$$"""
            "requestBody":{"content":{"{{{mediaType}}}":{{{Schema}}},"multipart/form-data":{{{Schema}}}}}
            """);

        string multipart = $"{Body}multipart~1form-data/schema/properties/f: ";
        Assert.Equal(
            Enumerable.Repeat($"{multipart}the field 'f' is an address by its format, and {mediaType} is sent; if it is a file, declare it with format: binary, as drf-spectacular writes it with COMPONENT_SPLIT_REQUEST, and multipart is sent", told),
            Told(bound).Where(message => message.StartsWith(multipart, StringComparison.Ordinal) && !message.Contains("multipart makes", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("multipart/form-data", """{"type":"object","properties":{"f":{"type":"string","format":"uri"},"g":{"type":"string","format":"binary"}}}""")]
    [InlineData("multipart/form-data", """{"type":"object","properties":{"f":{"type":"string","format":"uri","readOnly":true},"a":{"type":"string"}}}""")]
    [InlineData("application/json", """{"type":"object","properties":{"f":{"type":"string","format":"uri"}}}""")]
    public void Elsewhere_an_address_is_one(string mediaType, string schema) => Assert.Empty(Told(Of(mediaType, schema)));

    private const string Owner = """{"type":"object","properties":{"owner":{"type":"object","properties":{"photo":{"type":"string","format":"binary"}}},"a":{"type":"string"}}}""";

    [Theory]

    // An object that was taken apart, a slip, a body that is one parameter, and one that is no form.
    [InlineData("multipart/form-data", Owner, "owner")]
    [InlineData("multipart/form-data", Owner, "photo")]
    [InlineData("multipart/form-data", """{"type":"object","properties":{"a":{"type":"string"}}}""", "b")]
    [InlineData("multipart/form-data", """{"type":"object","additionalProperties":{"type":"string"}}""", "a")]
    [InlineData("application/x-www-form-urlencoded", """{"type":"object","properties":{"a":{"type":"string"}}}""", "b")]
    [InlineData("application/json", """{"type":"object","properties":{"a":{"type":"string"}}}""", "a")]
    public void The_encoding_of_what_is_no_field_is_told(string mediaType, string schema, string name)
    {
        string encoding = $$$"""{"{{{name}}}":{"contentType":"text/csv"}}""";

        Assert.Equal(
            [$"{Body}{mediaType.Replace("/", "~1", StringComparison.Ordinal)}/encoding/{name}: no field '{name}' is sent by itself, so that nothing has its encoding"],
            Told(Of(mediaType, schema, encoding)));
    }

    [Fact]
    public void That_of_a_field_that_was_part_of_an_object_is_its_own()
    {
        BoundDocument bound = Of("multipart/form-data", Owner, """{"owner[photo]":{"contentType":"image/png"}}""");

        Assert.Equal("image/png", bound.TheOperation().Body!.Fields.Single(field => field.WireName == "owner[photo]").ContentType);
        Assert.Empty(Told(bound));
    }

    private static BoundDocument Of(string mediaType, string schema, string encoding = "{}") => Rule.Operation(
        $$$$$"""
        "requestBody":{"content":{"{{{{{mediaType}}}}}":{"schema":{{{{{schema}}}}},"encoding":{{{{{encoding}}}}}}}}
        """);

    private static IEnumerable<string> Told(BoundDocument bound) =>
        bound.Findings.Where(finding => finding.Id == "DBXAPP0108").Select(finding => $"{finding.Pointer}: {finding.Message}");
}
