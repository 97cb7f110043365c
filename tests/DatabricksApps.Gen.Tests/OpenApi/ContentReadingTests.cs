using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>What is read of parameters, contents and answers, case by case.</summary>
public sealed class ContentReadingTests
{
    [Theory]
    [InlineData("\"example\":1,\"examples\":{\"a\":{\"value\":2}}", "1")]
    [InlineData("\"examples\":{\"a\":{\"value\":2},\"b\":{\"value\":3}}", "2")]
    [InlineData("\"examples\":{\"a\":{\"$ref\":\"#/components/examples/E\"}}", "[3]")]
    [InlineData("\"examples\":{\"a\":{\"$ref\":\"#/no\"}}", null)]
    [InlineData("\"examples\":{\"a\":{}}", null)]
    [InlineData("\"examples\":{}", null)]
    public void An_example_is(string members, string? expected)
    {
        Reading reading = Reading.OfOperation(
            $$$$"""
            "parameters":[{"name":"p","in":"query",{{{{members}}}}}],"requestBody":{"content":{"text/plain":{{{{{members}}}}}}}
            """,
            ",\"components\":{\"examples\":{\"E\":{\"value\":[3]}}}");

        Assert.Equal(expected, reading.Operation.Parameters[0].Example);
        Assert.Equal(expected, reading.Operation.RequestBody!.Content[0].Example);
        bool isDangling = members.Contains("#/no", StringComparison.Ordinal);
        Assert.Equal(
            isDangling ? ["/paths/~1items~1{id}/get/parameters/0/examples/a/$ref", "/paths/~1items~1{id}/get/requestBody/content/text~1plain/examples/a/$ref"] : [],
            reading.Findings.Select(finding => finding.Pointer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"contentType":"a","style":"form","explode":false}""", "a form False")]
    [InlineData("""{"style":"none"}""", "  ")]
    [InlineData("{}", "  ")]
    [InlineData("[]", null)]
    public void An_encoding_is(string encoding, string? expected)
    {
        ApiMediaType media = Reading.OfOperation(
            $$$$$"""
            "requestBody":{"content":{"multipart/form-data":{"encoding":{"f":{{{{{encoding}}}}}}}}}
            """).Operation.RequestBody!.Content[0];

        Assert.Equal(
            expected is null ? [] : [expected], media.Encoding.Select(entry => $"{entry.Value.ContentType} {entry.Value.Style} {entry.Value.Explode}"));
    }

    [Theory]
    [InlineData("form")]
    [InlineData("simple")]
    [InlineData("matrix")]
    [InlineData("label")]
    [InlineData("spaceDelimited")]
    [InlineData("pipeDelimited")]
    [InlineData("deepObject")]
    [InlineData("cookie")]
    public void A_style_is_kept(string style)
    {
        Reading reading = Reading.OfOperation($$"""
            "parameters":[{"name":"p","in":"query","style":"{{style}}"}]
            """);

        Assert.Equal((style, style is "form" or "cookie"), (reading.Operation.Parameters[0].Style, reading.Operation.Parameters[0].Explode));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("\"content\":{\"text/plain\":{}}", "text/plain:")]
    [InlineData("\"content\":{\"text/plain\":{\"schema\":{\"title\":\"T\"}},\"x/y\":{\"itemSchema\":{\"title\":\"I\"}}}", "text/plain:T,x/y:/I")]
    [InlineData("\"content\":{\"text/plain\":null}", "text/plain:")]
    [InlineData("\"content\":[]", "")]
    [InlineData("\"description\":\"x\"", "")]
    public void Content_is(string members, string expected)
    {
        ApiRequestBody body = Reading.OfOperation($$"""
            "requestBody":{"required":true,{{members}}}
            """).Operation.RequestBody!;

        Assert.True(body.IsRequired);
        Assert.Equal(
            expected,
            string.Join(',', body.Content.Select(media => $"{media.Name}:{media.Schema?.Title}{(media.ItemSchema is { } item ? "/" + item.Title : "")}")));
        Assert.All(body.Content, media => Assert.StartsWith("/paths/~1items~1{id}/get/requestBody/content/", media.Pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"schema\":{\"title\":\"S\"},\"content\":{\"a/b\":{\"schema\":{\"title\":\"C\"}}}}", "S", "a/b")]
    [InlineData("{\"content\":{\"a/b\":{},\"c/d\":{\"schema\":{\"title\":\"C\"}}}}", "C", "a/b")]
    [InlineData("{}", null, null)]
    public void A_parameters_schema_is(string members, string? title, string? contentType)
    {
        string parameter = members.Length == 2 ? """{"name":"p","in":"query"}""" : members[..^1] + ""","name":"p","in":"query"}""";
        ApiParameter read = Reading.OfOperation($"\"parameters\":[{parameter}]").Operation.Parameters[0];

        Assert.Equal((title, contentType), (read.Schema?.Title, read.ContentType));
    }

    [Theory]
    [InlineData("\"in\":\"path\",\"name\":\"p\"", true)]
    [InlineData("\"in\":\"query\",\"name\":\"p\",\"required\":true", true)]
    [InlineData("\"in\":\"query\",\"name\":\"p\",\"required\":\"true\"", true)]
    [InlineData("\"in\":\"query\",\"name\":\"p\",\"required\":false", false)]
    [InlineData("\"in\":\"query\",\"name\":\"p\"", false)]
    public void A_parameter_is_required(string members, bool isRequired)
    {
        Assert.Equal(isRequired, Reading.OfOperation("\"parameters\":[{" + members + "}]").Operation.Parameters[0].IsRequired);
        Assert.Equal(
            isRequired,
            Reading.Of($$$$$"""{"swagger":"2.0","paths":{"/a":{"get":{"parameters":[{{{{{{members}}}}}}]}}}}""").Operation.Parameters[0].IsRequired);
    }

    [Theory]
    [InlineData("\"200\":{\"description\":\"D\"},\"x-a\":{},\"X-B\":{},\"default\":{}", "200,default")]
    [InlineData("\"2XX\":{}", "2XX")]
    public void Answers_are(string responses, string expected)
    {
        Assert.Equal(expected, string.Join(',', Reading.OfOperation("\"responses\":{" + responses + "}").Operation.Responses.Select(r => r.StatusCode)));
        Assert.Equal(
            expected,
            string.Join(',', Reading.Of($$$$$$"""{"swagger":"2.0","paths":{"/a":{"get":{"responses":{{{{{{{responses}}}}}}}}}}}""").Operation.Responses.Select(r => r.StatusCode)));
    }

    [Theory]
    [InlineData("{\"description\":\"D\",\"links\":{\"a\":{}}}", "DBXAPP0108 /links", 0)]
    [InlineData("{\"description\":\"D\",\"links\":{}}", "", 0)]
    [InlineData("{\"$ref\":\"#/no\"}", "DBXAPP0103 /$ref", 1)]
    [InlineData("null", "DBXAPP0105 ", 1)]
    public void An_answer_tells(string response, string finding, int content)
    {
        Reading reading = Reading.OfOperation("\"responses\":{\"200\":" + response + "}");

        Assert.Equal(finding, string.Join(',', reading.Findings.Select(f => f.Id + " " + f.Pointer["/paths/~1items~1{id}/get/responses/200".Length..])));
        Assert.Equal(Enumerable.Repeat("application/json", content), Assert.Single(reading.Operation.Responses).Content.Select(media => media.Name));
    }

    [Fact]
    public void A_parameter_that_is_declared_twice_is_told_unless_the_path_declared_it()
    {
        Reading reading = Reading.Of("""
            {"openapi":"3.1.0","paths":{"/a":{
              "parameters":[{"name":"p","in":"query","description":"1"},{"in":"querystring"}],
              "get":{"parameters":[{"name":"q","in":"query"},{"name":"p","in":"query","description":"2"},{"name":"p","in":"header"},{"name":"q","in":"query","description":"3"}]}}}}
            """);

        Assert.Equal(["p 2", "query ", "q 3", "p "], reading.Operation.Parameters.Select(p => p.Name + " " + p.Description));
        Assert.Equal(
            ["/paths/~1a/get/parameters/3 the query parameter 'q' is declared twice; the last one counts"],
            reading.Findings.Select(finding => finding.Pointer + " " + finding.Message));
    }
}
