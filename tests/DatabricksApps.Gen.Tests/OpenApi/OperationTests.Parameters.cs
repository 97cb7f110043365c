using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <content>Parameters.</content>
public sealed partial class OperationTests
{
    [Fact]
    public void Parameters_of_the_path_are_those_of_its_operations_unless_declared_again()
    {
        Reading reading = Reading.Of("""
            {
              "openapi": "3.1.0",
              "paths": {"/{id}": {
                "parameters": [
                  {"name": "id", "in": "path", "schema": {"type": "string"}},
                  {"$ref": "#/components/parameters/Limit"},
                  {"name": "id", "in": "query"}
                ],
                "get": {"parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}, {"name": "new", "in": "header"}]},
                "put": {}
              }},
              "components": {"parameters": {"Limit": {"$ref": "#/components/parameters/Real"}, "Real": {"name": "limit", "in": "query"}}}
            }
            """);

        Assert.Equal(
            ["/paths/~1{id}/get/parameters/0", "/components/parameters/Real", "/paths/~1{id}/parameters/2", "/paths/~1{id}/get/parameters/1"],
            reading.Document.Operations[0].Parameters.Select(parameter => parameter.Pointer));
        Assert.Equal(
            ["/paths/~1{id}/parameters/0", "/components/parameters/Real", "/paths/~1{id}/parameters/2"],
            reading.Document.Operations[1].Parameters.Select(parameter => parameter.Pointer));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("path", "simple", false)]
    [InlineData("header", "simple", false)]
    [InlineData("query", "form", true)]
    [InlineData("cookie", "form", true)]
    public void Style_and_explode_have_the_defaults_of_the_place(string location, string style, bool explode)
    {
        ApiParameter parameter = Parameter($$"""{"name": "p", "in": "{{location}}", "schema": {"type": "string"} }""");

        Assert.Equal((location, style, explode), (parameter.In, parameter.Style, parameter.Explode));
        Assert.Equal(location == "path", parameter.IsRequired);
    }

    [Theory]
    [InlineData("matrix", false)]
    [InlineData("label", false)]
    [InlineData("spaceDelimited", false)]
    [InlineData("pipeDelimited", false)]
    [InlineData("deepObject", false)]
    [InlineData("cookie", true)]
    [InlineData("form", true)]
    public void Explode_has_the_default_of_the_style(string style, bool explode)
    {
        ApiParameter parameter = Parameter($$"""{"name": "p", "in": "query", "style": "{{style}}"}""");

        Assert.Equal((style, explode), (parameter.Style, parameter.Explode));
    }

    [Fact]
    public void A_whole_query_string_needs_no_name() =>
        Assert.Equal("query", Parameter("""{"in": "querystring", "content": {"text/plain": {}}}""").Name);

    [Fact]
    public void A_style_that_does_not_exist_is_the_default()
    {
        Reading reading = Reading.OfOperation("""
            "parameters": [{"name": "p", "in": "query", "style": "odd"}]
            """);

        Assert.Equal("form", Assert.Single(reading.Operation.Parameters).Style);
        Assert.Equal(
            new Finding(
                "DBXAPP0105",
                "/paths/~1items~1{id}/get/parameters/0/style",
                "there is no style 'odd'; the parameter has the one that is the default of its place"),
            Assert.Single(reading.Findings));
    }

    [Fact]
    public void A_parameter_is_read()
    {
        ApiParameter parameter = Parameter("""
            {"name": "p", "in": "query", "required": true, "deprecated": true, "description": "D", "explode": false,
             "allowReserved": true, "schema": {"type": "array"}, "example": [1]}
            """);

        Assert.Equal((true, true, "D", false, true), (parameter.IsRequired, parameter.IsDeprecated, parameter.Description, parameter.Explode, parameter.AllowReserved));
        Assert.Equal(("/paths/~1items~1{id}/get/parameters/0/schema", "[1]"), (parameter.Schema!.Pointer, parameter.Example));
        Assert.Null(parameter.ContentType);
    }

    [Fact]
    public void A_parameter_with_content_has_its_media_type_and_schema()
    {
        ApiParameter parameter = Parameter("""
            {"name": "p", "in": "querystring", "content": {"application/json": {"schema": {"type": "object"}}}, "examples": {"e": {"value": {"a": 1}}}}
            """);

        Assert.Equal(("querystring", "application/json", "{\"a\":1}"), (parameter.In, parameter.ContentType, parameter.Example));
        Assert.Equal("/paths/~1items~1{id}/get/parameters/0/content/application~1json/schema", parameter.Schema!.Pointer);
    }

    [Theory]
    [InlineData("""{"name": "p"}""", "DBXAPP0105", "", "a parameter has to have 'name' and 'in'; it is left out")]
    [InlineData("""{"name": "p", "in": "elsewhere"}""", "DBXAPP0105", "", "a parameter cannot be in 'elsewhere'; it is left out")]
    [InlineData("""{"name": "p", "in": "body"}""", "DBXAPP0105", "", "a parameter cannot be in 'body'; it is left out")]
    [InlineData("1", "DBXAPP0105", "", "an object is due here, not a number; the parameter is left out")]
    [InlineData("""{"$ref": "#/no"}""", "DBXAPP0103", "/$ref", "'#/no' is not in the document; the parameter is left out")]
    public void A_parameter_that_is_none_is_left_out(string parameter, string id, string place, string message)
    {
        Reading reading = Reading.OfOperation($"\"parameters\": [{parameter}]");

        Assert.Empty(reading.Operation.Parameters);
        Assert.Equal(
            new Finding(id, "/paths/~1items~1{id}/get/parameters/0" + place, message), Assert.Single(reading.Findings));
    }

    [Fact]
    public void Of_a_parameter_that_is_declared_twice_the_last_counts()
    {
        Reading reading = Reading.OfOperation("""
            "parameters": [{"name": "p", "in": "query"}, {"name": "p", "in": "query", "required": true}]
            """);

        Assert.True(Assert.Single(reading.Operation.Parameters).IsRequired);
        Assert.Equal("the query parameter 'p' is declared twice; the last one counts", Assert.Single(reading.Findings).Message);
    }

    private static ApiParameter Parameter(string parameter) =>
        Assert.Single(Reading.OfOperation($"\"parameters\": [{parameter}]").Operation.Parameters);
}
