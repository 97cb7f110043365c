using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>What is read of documents of 2.0, case by case.</summary>
public sealed class SwaggerReadingTests
{
    [Theory]
    [InlineData("""{"type":"basic","in":"header","name":"x","description":"D"}""", "http  ", "basic", "D")]
    [InlineData("""{"type":"apiKey","in":"header","name":"x"}""", "apiKey header x", null, null)]
    [InlineData("""{"type":"oauth2"}""", "oauth2  ", null, null)]
    public void A_security_scheme_of_2_0_is(string scheme, string expected, string? http, string? description)
    {
        Reading reading = Reading.Of($$$"""{"swagger":"2.0","paths":{},"securityDefinitions":{"K":{{{scheme}}}}}""");

        ApiSecurityScheme read = Assert.Single(reading.Document.SecuritySchemes);
        Assert.Equal(
            (expected, http, description, "/securityDefinitions/K"), ($"{read.Type} {read.In} {read.ParameterName}", read.HttpScheme, read.Description, read.Pointer));
    }

    [Theory]
    [InlineData("\"consumes\":[\"application/x-www-form-urlencoded\",\"multipart/form-data\",\"multipart/form-data\"],", "", "application/x-www-form-urlencoded,multipart/form-data")]
    [InlineData("\"consumes\":[\"multipart/form-data\"],", "", "multipart/form-data")]
    [InlineData("\"consumes\":[\"application/json\"],", "", "application/x-www-form-urlencoded")]
    [InlineData("", "\"consumes\":[\"multipart/form-data\"],", "multipart/form-data")]
    [InlineData("\"consumes\":[],", "\"consumes\":[\"multipart/form-data\"],", "application/x-www-form-urlencoded")]
    [InlineData("\"consumes\":\"multipart/form-data\",", "", "application/x-www-form-urlencoded")]
    public void A_form_of_2_0_is_sent_as(string operation, string root, string expected)
    {
        Reading reading = Reading.Of(
            $$$$$"""{"swagger":"2.0",{{{{{root}}}}}"paths":{"/a":{"post":{{{{{{operation}}}}}"parameters":[{"name":"f","in":"formData","type":"string"}]}}}}""");

        Assert.Equal(expected, string.Join(',', reading.Operation.RequestBody!.Content.Select(media => media.Name)));
        Assert.All(reading.Operation.RequestBody.Content, media => Assert.Equal("/paths/~1a/post/parameters", media.Pointer));
    }

    [Theory]
    [InlineData("\"type\":\"string\"", false, "")]
    [InlineData("\"type\":\"string\",\"required\":true", true, "")]
    [InlineData("\"type\":\"array\"", false, "f: False")]
    [InlineData("\"type\":\"array\",\"collectionFormat\":\"multi\"", false, "f: True")]
    [InlineData("\"type\":\"array\",\"collectionFormat\":\"ssv\"", false, "f:spaceDelimited False")]
    public void A_field_of_2_0_is(string members, bool isRequired, string encoding)
    {
        ApiRequestBody body = Reading.Of(
            $$$$$"""{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"name":"f","in":"formData",{{{{{members}}}}}}]}}}}""").Operation.RequestBody!;

        Assert.Equal(isRequired, body.IsRequired);
        Assert.Equal(isRequired ? ["f"] : [], body.Content[0].Schema!.Required);
        Assert.Equal(encoding, string.Join(',', body.Content[0].Encoding.Select(entry => $"{entry.Key}:{entry.Value.Style} {entry.Value.Explode}")));
    }

    [Fact]
    public void A_body_of_2_0_counts_before_a_form()
    {
        ApiRequestBody body = Reading.Of(
            """{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"name":"f","in":"formData","type":"string"},{"name":"b","in":"body","schema":{"title":"B"}}]}}}}""").Operation.RequestBody!;

        Assert.Equal(("B", "/paths/~1a/post/parameters/1/schema"), (body.Content[0].Schema!.Title, body.Content[0].Schema!.Pointer));
    }

    [Theory]
    [InlineData("\"type\":\"string\",\"schema\":{\"title\":\"S\"}", "String", null, "")]
    [InlineData("\"schema\":{\"title\":\"S\",\"type\":\"integer\"}", "Integer", "S", "/schema")]
    [InlineData("\"format\":\"date\"", "None", null, "")]
    public void A_parameter_of_2_0_has_the_schema(string members, string types, string? title, string place)
    {
        ApiSchema schema = Reading.Of(
            $$$$$"""{"swagger":"2.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",{{{{{members}}}}}}]}}}}""").Operation.Parameters[0].Schema!;

        Assert.Equal((types, title, "/paths/~1a/get/parameters/0" + place), (schema.Types.ToString(), schema.Title, schema.Pointer));
    }

    [Theory]
    [InlineData("{\"schema\":{\"type\":\"string\"}}", "", "application/json")]
    [InlineData("{\"schema\":{\"type\":\"file\"}}", "", "application/octet-stream")]
    [InlineData("{\"schema\":{\"type\":\"string\"}}", "\"produces\":[\"a/b\",\"c/d\",\"a/b\"],", "a/b,c/d")]
    [InlineData("{\"description\":\"D\"}", "\"produces\":[\"a/b\"],", "")]
    [InlineData("{\"$ref\":\"#/no\"}", "", "application/json")]
    [InlineData("{\"schema\":true}", "", "application/json")]
    public void An_answer_of_2_0_is(string response, string produces, string expected)
    {
        ApiResponse read = Assert.Single(Reading.Of(
            $$$$$$"""{"swagger":"2.0","paths":{"/a":{"get":{{{{{{{produces}}}}}}"responses":{"200":{{{{{{response}}}}}}}}}}}""").Operation.Responses);

        Assert.Equal(expected, string.Join(',', read.Content.Select(media => media.Name)));
        Assert.Equal("/paths/~1a/get/responses/200", read.Pointer);
    }

    [Theory]
    [InlineData("\"schemes\":[\"ws\",\"http\"],\"host\":\"h\",", "ws://h")]
    [InlineData("\"schemes\":[\"HTTPS\"],\"host\":\"h\",", "HTTPS://h")]
    [InlineData("\"schemes\":[],\"host\":\"h\",\"basePath\":\"/b\",", "https://h/b")]
    [InlineData("\"host\":\"\",\"basePath\":\"/b\",", "/b")]
    public void A_server_of_2_0_is(string members, string url) =>
        Assert.Equal(url, Reading.Of($$$$$"""{"swagger":"2.0",{{{{{members}}}}}"paths":{"/a":{"host":"no","get":{"host":"no","basePath":"/no"}}}}""").Operation.ServerUrl);

    [Theory]
    [InlineData("path", true)]
    [InlineData("query", true)]
    [InlineData("header", true)]
    [InlineData("cookie", false)]
    [InlineData("querystring", false)]
    public void A_parameter_of_2_0_may_be_in(string location, bool isRead) =>
        Assert.Equal(
            isRead ? 1 : 0,
            Reading.Of($$$$$"""{"swagger":"2.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"{{{{{location}}}}}"}]}}}}""").Operation.Parameters.Count);

    [Theory]
    [InlineData("formData")]
    [InlineData("body")]
    public void A_parameter_of_3_may_not_be_in(string location)
    {
        Reading reading = Reading.OfOperation($$"""
            "parameters":[{"name":"p","in":"{{location}}"}]
            """);

        Assert.Empty(reading.Operation.Parameters);
        Assert.Equal("DBXAPP0105 /paths/~1items~1{id}/get/parameters/0", Assert.Single(reading.Findings) is var f ? f.Id + " " + f.Pointer : "");
    }
}
