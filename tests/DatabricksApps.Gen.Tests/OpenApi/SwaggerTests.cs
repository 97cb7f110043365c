using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Documents of version 2.0 come out in the terms of 3.2.</summary>
public sealed class SwaggerTests
{
    [Theory]
    [InlineData("\"host\": \"h:8080\", \"basePath\": \"/v1\", \"schemes\": [\"http\", \"https\"],", "https://h:8080/v1")]
    [InlineData("\"host\": \"h\", \"schemes\": [\"http\"],", "http://h")]
    [InlineData("\"host\": \"h\", \"basePath\": \"/\",", "https://h/")]
    [InlineData("\"basePath\": \"/v1\", \"schemes\": [\"http\"],", "/v1")]
    [InlineData("\"schemes\": [\"http\"],", null)]
    public void The_server_is_made_of_scheme_host_and_base_path(string members, string? url) =>
        Assert.Equal(url, Read(members + "\"paths\": {\"/a\": {\"get\": {}}}").Operation.ServerUrl);

    [Theory]
    [InlineData("query", "", "form", false)]
    [InlineData("query", "csv", "form", false)]
    [InlineData("query", "multi", "form", true)]
    [InlineData("query", "ssv", "spaceDelimited", false)]
    [InlineData("query", "pipes", "pipeDelimited", false)]
    [InlineData("query", "tsv", "tabDelimited", false)]
    [InlineData("path", "csv", "simple", false)]
    [InlineData("header", "", "simple", false)]
    public void CollectionFormat_is_style_and_explode(string location, string format, string style, bool explode)
    {
        string collectionFormat = format.Length == 0 ? "" : $", \"collectionFormat\": \"{format}\"";
        ApiParameter parameter = Assert.Single(Of($$"""
            "parameters": [{"name": "p", "in": "{{location}}", "type": "array", "items": {"type": "integer"}{{collectionFormat}} }]
            """).Parameters);

        Assert.Equal((style, explode), (parameter.Style, parameter.Explode));
        Assert.Equal((ApiType.Array, ApiType.Integer), (parameter.Schema!.Types, parameter.Schema.Items!.Types));
    }

    [Fact]
    public void A_parameter_has_the_keywords_of_its_schema()
    {
        ApiParameter parameter = Assert.Single(Of("""
            "parameters": [{"name": "p", "in": "query", "required": true, "description": "D", "type": "string", "format": "date",
                            "enum": ["a"], "default": "a", "minLength": 1, "x-nullable": true}]
            """).Parameters);

        Assert.Equal(("p", "query", true, "D"), (parameter.Name, parameter.In, parameter.IsRequired, parameter.Description));
        ApiSchema schema = parameter.Schema!;
        Assert.Equal("/paths/~1a/post/parameters/0", schema.Pointer);
        Assert.Equal((ApiType.String | ApiType.Null, "date", 1), (schema.Types, schema.Format, schema.MinLength));
        Assert.Equal(("\"a\"", 2), (schema.Default!.Json, schema.Enum!.Count));
        Assert.Empty(schema.Required);
    }

    [Fact]
    public void A_body_parameter_is_the_request_body_also_from_the_path_or_by_reference()
    {
        Reading reading = Read("""
            "consumes": ["application/json", "application/xml"],
            "paths": {"/a": {
              "parameters": [{"$ref": "#/parameters/B"}],
              "put": {},
              "post": {"consumes": ["text/plain"]},
              "patch": {"parameters": [{"name": "own", "in": "body", "schema": {"type": "string"}}]}
            }},
            "parameters": {"B": {"name": "b", "in": "body", "required": true, "description": "D", "schema": {"$ref": "#/definitions/T"}}},
            "definitions": {"T": {"type": "object"}}
            """);

        ApiRequestBody body = reading.Document.Operations[0].RequestBody!;
        Assert.Equal(("/parameters/B", true, "D"), (body.Pointer, body.IsRequired, body.Description));
        Assert.Equal(["application/json", "application/xml"], body.Content.Select(content => content.Name));
        Assert.Same(body.Content[0].Schema, body.Content[1].Schema);
        Assert.Same(Assert.Single(reading.Document.Schemas), body.Content[0].Schema!.Target);
        Assert.Empty(reading.Document.Operations[0].Parameters);
        Assert.Equal("text/plain", Assert.Single(reading.Document.Operations[1].RequestBody!.Content).Name);
        Assert.Equal("/definitions/T", reading["T"].Pointer);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Form_parameters_are_one_object()
    {
        ApiRequestBody body = Of("""
            "parameters": [
              {"name": "a", "in": "formData", "type": "string", "required": true, "description": "D"},
              {"name": "b", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}
            ]
            """).RequestBody!;

        Assert.True(body.IsRequired);
        ApiMediaType form = Assert.Single(body.Content);
        Assert.Equal("application/x-www-form-urlencoded", form.Name);
        Assert.Equal((ApiType.Object, "/paths/~1a/post/parameters"), (form.Schema!.Types, form.Schema.Pointer));
        Assert.Equal(["a"], form.Schema.Required);
        Assert.Equal(["a", "b"], form.Schema.Properties.Select(property => property.Name));
        Assert.Equal(("D", "/paths/~1a/post/parameters/0"), (form.Schema.Properties[0].Schema.Description, form.Schema.Properties[0].Schema.Pointer));
        Assert.Equal(["b"], form.Encoding.Keys);
        Assert.True(form.Encoding["b"].Explode);
    }

    [Theory]
    [InlineData("", "multipart/form-data")]
    [InlineData("\"consumes\": [\"application/x-www-form-urlencoded\", \"multipart/form-data\"],", "multipart/form-data")]
    [InlineData("\"consumes\": [\"application/json\"],", "multipart/form-data")]
    public void A_file_makes_the_form_multipart(string consumes, string mediaType)
    {
        ApiRequestBody body = Of(consumes + """
            "parameters": [{"name": "f", "in": "formData", "type": "file"}]
            """).RequestBody!;

        ApiMediaType form = Assert.Single(body.Content);
        Assert.Equal(mediaType, form.Name);
        ApiSchema file = Assert.Single(form.Schema!.Properties).Schema;
        Assert.Equal((ApiType.String, "binary"), (file.Types, file.Format));
        Assert.False(body.IsRequired);
    }

    [Fact]
    public void A_form_of_two_media_types_is_one_schema()
    {
        ApiRequestBody body = Of("""
            "consumes": ["application/x-www-form-urlencoded", "multipart/form-data"],
            "parameters": [{"name": "f", "in": "formData", "type": "string"}]
            """).RequestBody!;

        Assert.Equal(2, body.Content.Count);
        Assert.Same(body.Content[0].Schema, body.Content[1].Schema);
    }

    [Fact]
    public void A_response_has_the_media_types_that_the_operation_produces()
    {
        Reading reading = Read("""
            "produces": ["application/json", "application/xml"],
            "paths": {"/a": {
              "get": {"responses": {"200": {"description": "ok", "schema": {"type": "string"}}, "204": {}, "404": {"$ref": "#/responses/E"}}},
              "put": {"produces": ["text/csv"], "responses": {"200": {"schema": {"type": "file"}}}}
            }},
            "responses": {"E": {"description": "error", "schema": {"type": "object"}}}
            """);

        IReadOnlyList<ApiResponse> responses = reading.Document.Operations[0].Responses;
        Assert.Equal(
            ["200 application/json,application/xml", "204 ", "404 application/json,application/xml"],
            responses.Select(response => $"{response.StatusCode} {string.Join(',', response.Content.Select(content => content.Name))}"));
        Assert.Equal(("/responses/E", "/responses/E/schema"), (responses[2].Pointer, responses[2].Content[0].Schema!.Pointer));
        ApiMediaType file = Assert.Single(Assert.Single(reading.Document.Operations[1].Responses).Content);
        Assert.Equal(("text/csv", "binary"), (file.Name, file.Schema!.Format));
    }

    [Theory]
    [InlineData("string", "application/json")]
    [InlineData("file", "application/octet-stream")]
    public void Without_produces_a_response_is_JSON_or_a_file(string type, string mediaType)
    {
        ApiOperation operation = Of($$"""
            "responses": {"200": {"schema": {"type": "{{type}}"} } }
            """);

        Assert.Equal(mediaType, Assert.Single(Assert.Single(operation.Responses).Content).Name);
    }

    [Fact]
    public void Security_definitions_are_security_schemes()
    {
        Reading reading = Read("""
            "security": [{"basic": []}],
            "paths": {"/a": {"get": {}}},
            "securityDefinitions": {
              "basic": {"type": "basic", "description": "D"},
              "key": {"type": "apiKey", "in": "query", "name": "k"},
              "oauth": {"type": "oauth2", "flow": "implicit", "scopes": {"a": "A"}}
            }
            """);

        Assert.Equal(
            ["basic http basic  ", "key apiKey  query k", "oauth oauth2   "],
            reading.Document.SecuritySchemes.Select(
                scheme => $"{scheme.Name} {scheme.Type} {scheme.HttpScheme} {scheme.In} {scheme.ParameterName}"));
        Assert.Equal(("/securityDefinitions/basic", "D"), (reading.Document.SecuritySchemes[0].Pointer, reading.Document.SecuritySchemes[0].Description));
        Assert.Equal("basic", Assert.Single(Assert.Single(reading.Operation.Security)).Key);
    }

    [Fact]
    public void A_discriminator_is_the_name_of_a_property()
    {
        ApiDiscriminator discriminator = Read("""
            "definitions": {"T": {"discriminator": "kind"}}
            """)["T"].Discriminator!;

        Assert.Equal("kind", discriminator.PropertyName);
        Assert.Empty(discriminator.Mapping);
    }

    private static Reading Read(string members) => Reading.Of($$"""{"swagger": "2.0", {{members}} }""");

    private static ApiOperation Of(string members)
    {
        Reading reading = Read($$$"""
            "paths": {"/a": {"post": { {{{members}}} } } }
            """);
        Assert.Equal(Array.Empty<Finding>(), reading.Findings);
        return reading.Operation;
    }
}
