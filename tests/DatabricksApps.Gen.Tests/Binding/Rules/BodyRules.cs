using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which of several bodies is sent, and whether its fields are the method's parameters.</summary>
public sealed class BodyRules
{
    // The best first: what keeps most of the types, and of forms the one that can send files.
    private static readonly string[] s_mediaTypes =
    [
        "application/json", "application/problem+json", "multipart/form-data", "application/x-www-form-urlencoded", "text/plain", "application/pdf",
    ];

    [Fact]
    public void Of_two_media_types_the_better_one_is_sent_whichever_comes_first()
    {
        foreach ((string better, string other) in s_mediaTypes.SelectMany((better, i) => s_mediaTypes.Skip(i + 1).Select(other => (better, other))))
        {
            Assert.Equal(better, Sent(better, other));
            Assert.Equal(better, Sent(other, better));
        }
    }

    [Fact]
    public void And_the_others_are_told()
    {
        BoundDocument bound = Rule.Operation($$$"""
            "requestBody":{"content":{{{{Content("text/plain")}}},{{{Content("application/json")}}}}}
            """);

        Assert.Equal(["DBXAPP0108 /paths/~1api~1a/post/requestBody/content/text~1plain"], bound.FindingPlaces);
        Assert.Equal("no method sends 'text/plain'; 'application/json' is sent. MediaTypes of the item changes it", bound.Findings[0].Message);
    }

    [Theory]

    // As JSON what is JSON, or anything of which the schema is known; the rest as text or bytes.
    [InlineData("application/json", "\"schema\":{\"type\":\"integer\"}", "Json application/json Int64 False False")]
    [InlineData("Application/X+JSON; v=1", "\"schema\":{\"type\":\"integer\"}", "Json application/x+json; v=1 Int64 False False")]
    [InlineData("application/json", "", "Json application/json Any False False")]
    [InlineData("*/*", "\"schema\":{\"type\":\"integer\"}", "Json application/json Int64 False False")]
    [InlineData("application/*", "\"schema\":{}", "Json application/json Any False False")]
    [InlineData("*/*", "", "Bytes application/octet-stream File False False")]
    [InlineData("text/csv", "\"schema\":{\"type\":\"integer\"}", "Text text/csv String False False")]
    [InlineData("image/png", "\"schema\":{\"type\":\"string\"}", "Bytes image/png File False False")]

    // A form of which no field has a name is one parameter, of a kind that has fields.
    [InlineData("multipart/form-data", "\"schema\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}", "Multipart multipart/form-data Map<String> True False")]
    [InlineData("multipart/mixed", "\"schema\":{\"type\":\"object\"}", "Multipart multipart/mixed Map<Any> True False")]
    [InlineData("application/x-www-form-urlencoded", "\"schema\":{\"type\":\"string\"}", "Form application/x-www-form-urlencoded Any True False")]
    [InlineData("application/x-www-form-urlencoded", "\"schema\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}", "Form application/x-www-form-urlencoded StringOrInteger True False")]
    [InlineData("application/x-www-form-urlencoded", "", "Form application/x-www-form-urlencoded Any True False")]
    public void A_body_is_one_parameter(string mediaType, string members, string expected)
    {
        foreach (bool isRequired in new[] { true, false })
        {
            BoundDocument bound = Rule.Operation($$$$"""
                "requestBody":{"required":{{{{(isRequired ? "true" : "false")}}}},"description":"Words.","content":{"{{{{mediaType}}}}":{{{{{members}}}}}}}
                """);

            BodyModel body = bound.TheOperation().Body!;
            BodyFieldModel field = Assert.Single(body.Fields);
            Assert.Equal(
                expected, $"{body.Kind} {body.MediaType} {field.Type.ToString().TrimEnd('?')} {field.Explode} {field.IsJson}");
            Assert.Equal((isRequired, isRequired, !isRequired), (body.IsRequired, field.IsRequired, field.Type.IsNullable));
            Assert.Equal(("body", "", "Words.", body.Kind == BodyKind.Json), (field.Name, field.WireName, field.Doc.Summary, body.Type is not null));
            Assert.Equal((ParameterStyle.Form, null, false), (field.Style, field.ContentType, field.IsDeprecated));
            Assert.Empty(bound.Findings);
        }
    }

    [Fact]
    public void A_body_without_content_is_none() =>
        Assert.Null(Rule.Operation(""" "requestBody":{"required":true,"content":{}} """).TheOperation().Body);

    [Theory]
    [InlineData("body", "requestBody")]
    [InlineData("a", "body")]
    public void A_body_has_a_name_that_no_parameter_has(string parameter, string name)
    {
        BoundDocument bound = Rule.Operation($$$$"""
            "parameters":[{"name":"{{{{parameter}}}}","in":"query"}],"requestBody":{"content":{"text/plain":{}}}
            """);

        Assert.Equal(name, Assert.Single(bound.TheOperation().Body!.Fields).Name);
    }

    [Fact]
    public void A_field_has_a_name_that_no_parameter_has()
    {
        BoundDocument bound = Rule.Operation("""
            "parameters":[{"name":"a","in":"query"}],
            "requestBody":{"content":{"multipart/form-data":{"schema":{"properties":{"a":{"type":"string","deprecated":true,"title":"T"},"b":{"type":"string"},"b+":{"type":"string"}}}}}}
            """);

        Assert.Equal(
            ["bodyA a True T", "bodyB b False ", "bPlus b+ False "],
            bound.TheOperation().Body!.Fields.Select(field => $"{field.Name} {field.WireName} {field.IsDeprecated} {field.Doc.Summary}"));
    }

    [Theory]
    [InlineData("\"additionalProperties\":{\"type\":\"string\"}", 1)]
    [InlineData("\"patternProperties\":{\"x\":{\"type\":\"string\"}}", 1)]
    [InlineData("\"additionalProperties\":false", 0)]
    public void Fields_without_names_beside_others_are_told(string keyword, int count)
    {
        BoundDocument bound = Rule.Operation($$$$$"""
            "requestBody":{"content":{"multipart/form-data":{"schema":{"properties":{"a":{"type":"string"}},{{{{{keyword}}}}}}}}}
            """);

        Assert.Equal(
            Enumerable.Repeat("DBXAPP0108 /paths/~1api~1a/post/requestBody/content/multipart~1form-data/schema", count), bound.FindingPlaces);
    }

    [Theory]
    [InlineData("Body_send", """{"a":{"type":"string"}}""", "SendAsync(JsonFields String a) -> None")]

    // The name is FastAPI's own, and says that nobody wrote the class.
    [InlineData("Bodysend", """{"a":{"type":"string"}}""", "SendAsync(Json Bodysend body) -> None")]
    [InlineData("My_Body_send", """{"a":{"type":"string"}}""", "SendAsync(Json MyBodySend body) -> None")]

    // Nothing to take apart.
    [InlineData("Body_send", "{}", "SendAsync(Json BodySend body) -> None")]
    public void An_object_that_FastAPI_makes_up_of_several_parameters_is_those(string name, string properties, string method)
    {
        BoundDocument bound = Rule.Operation(
            Json(name), $$$"""{"{{{name}}}":{"type":"object","required":["a"],"properties":{{{properties}}}}}""");

        Assert.Equal([method], bound.Operations);
    }

    [Fact]
    public void Two_operations_with_the_same_one_both_take_it_apart()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"a",{{{{{Json("Body_a")}}}}},"responses":{}},"put":{"operationId":"b",{{{{{Json("Body_a")}}}}},"responses":{}}}}""",
            """{"Body_a":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}""");

        Assert.Equal(["AAsync(JsonFields String a) -> None", "BAsync(JsonFields String a) -> None"], bound.Operations);
        Assert.Empty(bound.Types);
    }

    // It is a type of its own where something else holds it, which a caller has and can send.
    [Fact]
    public void One_that_an_answer_gives_too_goes_whole()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$$$"""{"/api/a":{"get":{"operationId":"load","responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Body_save"}}}}}},"post":{"operationId":"save",{{{{{{{Json("Body_save")}}}}}}},"responses":{}}}}""",
            """{"Body_save":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}""");

        Assert.Equal(["LoadAsync() -> BodySave", "SaveAsync(Json BodySave body) -> None"], bound.Operations);
        Assert.Equal(["record BodySave(Required String A)"], bound.Types);
    }

    private static string Json(string component) =>
        $$$$$"""
        "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/{{{{{component}}}}}"}}}}
        """;

    private static string Sent(string first, string second) =>
        Rule.Operation($$$"""
            "requestBody":{"content":{{{{Content(first)}}},{{{Content(second)}}}}}
            """).TheOperation().Body!.MediaType;

    private static string Content(string mediaType) =>
        $$$$$"""
        "{{{{{mediaType}}}}}":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}
        """;
}
