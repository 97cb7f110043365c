using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>The fields of a body as parameters: which the caller must give, and as what each is sent.</summary>
public sealed class FieldRules
{
    private const string File = """{"type":"string","format":"binary"}""";
    private const string Files = $$"""{"type":"array","items":{{File}}}""";
    private const string Text = """{"type":"string"}""";

    [Theory]
    [InlineData("application/json", "JsonFields")]
    [InlineData("multipart/form-data", "Multipart")]
    [InlineData("application/x-www-form-urlencoded", "Form")]
    public void A_field_must_be_given_if_it_is_required_of_a_body_that_is(string mediaType, string kind)
    {
        Assert.Equal([$"SendAsync({kind} String must, {kind} String? may) -> None"], Bind(mediaType, isRequired: true).Operations);

        // Who sends no body gives none of its fields.
        Assert.Equal([$"SendAsync({kind} String? may, {kind} String? must) -> None"], Bind(mediaType, isRequired: false).Operations);

        static BoundDocument Bind(string mediaType, bool isRequired) => Rule.Operation(
            Body(mediaType, isRequired),
            """{"Body_send":{"type":"object","required":["must"],"properties":{"may":{"type":"string"},"must":{"type":"string"}}}}""");
    }

    [Theory]
    [InlineData(true, "must", "SendAsync(Form String? may) -> None", 1)]
    [InlineData(true, "other", "SendAsync(Form String? may, Form String? must) -> None", 0)]
    [InlineData(false, "must", "SendAsync(Form String? may) -> None", 1)]
    [InlineData(false, "other", "SendAsync(Form String? may, Form String? must) -> None", 0)]
    public void One_with_a_single_value_is_sent_by_itself_only_where_it_must_be_sent(bool isRequired, string required, string method, int constants)
    {
        BoundDocument bound = Rule.Operation(
            Body("application/x-www-form-urlencoded", isRequired),
            $$$$$"""{"Body_send":{"type":"object","required":["{{{{{required}}}}}"],"properties":{"may":{"const":"a"},"must":{"const":"b"}}}}""");

        Assert.Equal([method], bound.Operations);
        Assert.Equal(constants, bound.TheOperation().Body!.Constants.Count);
    }

    [Theory]

    // The one type that a part has is stated.
    [InlineData(File, "image/png", "image/png")]
    [InlineData(Files, "image/png", "image/png")]
    [InlineData(Text, "text/csv", "text/csv")]

    // Of several a file has its own, which is among them; a text has none, so the first is as good as any.
    [InlineData(File, "image/png, image/jpeg", null)]
    [InlineData(Files, "image/png, image/jpeg", null)]
    [InlineData(Text, "text/csv, text/tab-separated-values", "text/csv")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "text/csv, text/plain", "text/csv")]

    // A range is no type.
    [InlineData(File, "image/*", null)]
    [InlineData(Text, "text/*, text/csv", null)]
    [InlineData(Text, "", null)]
    public void A_part_is_sent_as_the_type_that_its_encoding_states(string schema, string contentType, string? sent)
    {
        BoundDocument bound = Rule.Operation(
            $$$$$$"""
            "requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"type":"object","required":["part"],"properties":{"part":{{{{{{schema}}}}}}}},"encoding":{"part":{"contentType":"{{{{{{contentType}}}}}}"}}}}}
            """);

        Assert.Equal(sent, Assert.Single(bound.TheOperation().Body!.Fields).ContentType);
    }

    // JSON is stated where nothing else is: a part without a type is text.
    [Theory]
    [InlineData("multipart/form-data", "", "application/json", true)]
    [InlineData("multipart/form-data", "\"contentType\":\"application/x.item+json\"", "application/x.item+json", true)]
    [InlineData("application/x-www-form-urlencoded", "", null, true)]
    [InlineData("application/x-www-form-urlencoded", "\"style\":\"deepObject\"", null, false)]
    public void An_object_is_sent_as_JSON_unless_a_style_spells_it(string mediaType, string encoding, string? sent, bool isJson)
    {
        BoundDocument bound = Rule.Operation(
            $$$$$$"""
            "requestBody":{"content":{"{{{{{{mediaType}}}}}}":{"schema":{"type":"object","properties":{"part":{"type":"object","properties":{"a":{"type":"string"}}}}},"encoding":{"part":{{{{{{{encoding}}}}}}}}}}}
            """);

        BodyFieldModel part = Assert.Single(bound.TheOperation().Body!.Fields);
        Assert.Equal((sent, isJson), (part.ContentType, part.IsJson));
    }

    private static string Body(string mediaType, bool isRequired) =>
        $$$$$"""
        "requestBody":{"required":{{{{{(isRequired ? "true" : "false")}}}}},"content":{"{{{{{mediaType}}}}}":{"schema":{"$ref":"#/components/schemas/Body_send"}}}}
        """;
}
