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

        Assert.Equal(["DBXAPP0108 /paths/~1api~1a/post/requestBody"], bound.FindingPlaces);
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
