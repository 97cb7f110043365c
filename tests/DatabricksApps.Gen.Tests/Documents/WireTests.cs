using System.Text.Json;
using DatabricksApps.Gen.Tests.Emit;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>What documents say of parameters, bodies and methods, in the bytes that the generated client sends.</summary>
public sealed class WireTests
{
    private static readonly string[] s_list = ["a b", "c"];
    private static readonly string[] s_words = ["a", "b", "c"]; // Where blanks stand between items none is in one.
    private static readonly Dictionary<string, string> s_map = new() { ["k"] = "a b", ["l"] = "c" };

    private static readonly EmittedClient s_new = EmittedClient.Load(BoundDocument.Of("""
        openapi: 3.2.0
        info: {title: T, version: "1"}
        servers: [{url: 'https://elsewhere.example/v{version}', variables: {version: {default: "1", enum: ["1", "2"]}}}]
        paths:
          /api/path/{simple}/{simpleMap}/{label}/{labelMap}/{matrix}/{matrixMap}/{json}:
            parameters:
              - {name: simple, in: path, required: true, schema: &list {type: array, items: {type: string}}}
              - {name: simpleMap, in: path, required: true, explode: true, schema: &map {type: object, additionalProperties: {type: string}}}
              - {name: label, in: path, required: true, style: label, schema: *list}
              - {name: labelMap, in: path, required: true, style: label, explode: true, schema: *map}
              - {name: matrix, in: path, required: true, style: matrix, explode: true, schema: *list}
              - {name: matrixMap, in: path, required: true, style: matrix, schema: *map}
              - {name: json, in: path, required: true, content: {application/json: {schema: *list}}}
            get: {operationId: path, responses: {}}
          /api/query:
            get:
              operationId: query
              responses: {}
              parameters:
                - {name: form, in: query, schema: *list}
                - {name: csv, in: query, explode: false, schema: *list}
                - {name: formMap, in: query, schema: *map}
                - {name: csvMap, in: query, explode: false, schema: *map}
                - {name: space, in: query, style: spaceDelimited, explode: false, schema: *list}
                - {name: pipe, in: query, style: pipeDelimited, explode: false, schema: *list}
                - {name: deep, in: query, style: deepObject, schema: *map}
                - {name: raw, in: query, allowReserved: true, schema: {type: string}}
                - {name: json, in: query, content: {application/json: {schema: *map}}}
                - {name: xml, in: query, content: {application/xml: {schema: *map}}}
          /api/rest:
            servers: [{url: /rest}]
            get:
              operationId: rest
              responses: {}
              parameters:
                - {name: X-List, in: header, schema: *list}
                - {name: X-Map, in: header, explode: true, schema: *map}
                - {name: one, in: cookie, schema: {type: string}}
                - {name: many, in: cookie, schema: *list}
            query: {operationId: search, requestBody: {required: true, content: {application/vnd.shop+json; charset=utf-8: {schema: *map}}}, responses: {}}
            additionalOperations:
              COPY: {operationId: copy, responses: {}}
            head: {operationId: head, responses: {'200': {description: '', content: {application/json: {schema: *map}}}}}
            options: {operationId: options, responses: {}}
            trace: {operationId: trace, responses: {}}
          /api/whole-form:
            get: {operationId: wholeForm, responses: {}, parameters: [{in: querystring, name: q, content: {application/x-www-form-urlencoded: {schema: *map}}}]}
          /api/whole-json:
            get: {operationId: wholeJson, responses: {}, parameters: [{in: querystring, name: q, required: true, content: {application/json: {schema: *list}}}]}
          /api/whole-text:
            get: {operationId: wholeText, responses: {}, parameters: [{in: querystring, name: q, content: {text/plain: {schema: {type: string}}}}]}
          /api/xml:
            post: {operationId: xml, requestBody: {$ref: '#/components/requestBodies/Xml'}, responses: {'200': {description: '', content: {application/xml: {schema: *map}}}}}
          /api/any: {get: {operationId: any, responses: {'200': {description: '', content: {'*/*': {schema: {type: string}}}}}}}
          /api/form:
            post:
              operationId: form
              responses: {}
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {deep: *map, csv: *list, json: *map}}
                    encoding: {deep: {style: deepObject, explode: true}, csv: {explode: false}}
          /api/free-form:
            post: {operationId: freeForm, responses: {}, requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: *map}}}}
          /api/free-parts:
            post: {operationId: freeParts, responses: {}, requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}}}
        components:
          requestBodies: {Xml: {required: true, content: {application/xml: {schema: *map}}}}
        """, path: "shop.openapi.yaml").Client);

    private static readonly EmittedClient s_old = EmittedClient.Load(BoundDocument.Of("""
        {"swagger": "2.0", "basePath": "/{tenant}/v1", "consumes": ["application/xml"], "produces": ["text/plain"],
         "parameters": {"Tsv": {"name": "tsv", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"}},
         "paths": {
          "/api/{pipes}": {"get": {"operationId": "lists", "responses": {}, "parameters": [
            {"name": "tenant", "in": "path", "required": true, "type": "string"},
            {"name": "pipes", "in": "path", "required": true, "type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"},
            {"name": "csv", "in": "query", "type": "array", "items": {"type": "string"}},
            {"name": "ssv", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "ssv"},
            {"$ref": "#/parameters/Tsv"},
            {"name": "pipe", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"},
            {"name": "multi", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
            {"name": "X-Ssv", "in": "header", "type": "array", "items": {"type": "string"}, "collectionFormat": "ssv"}]}},
          "/api/form": {"post": {"operationId": "form", "consumes": ["application/x-www-form-urlencoded"], "responses": {}, "parameters": [
            {"name": "n", "in": "formData", "required": true, "type": "integer"},
            {"name": "tsv", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"},
            {"name": "multi", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}]}},
          "/api/body": {"post": {"operationId": "body", "responses": {"200": {"description": "", "schema": {"type": "string"}}},
            "parameters": [{"name": "b", "in": "body", "required": true, "schema": {"type": "object"}}]}}}}
        """).Client);

    [Fact]
    public async Task Path_parameters_have_the_style_of_the_document() => Assert.Equal(
        "GET /v1/api/path/a%20b,c/k=a%20b,l=c/.a%20b,c/.k=a%20b.l=c/;matrix=a%20b;matrix=c/;matrixMap=k,a%20b,l,c/%5B%22a%20b%22%2C%22c%22%5D",
        await SendAsync(
            s_new, "PathAsync",
            ("simple", s_list), ("simpleMap", s_map), ("label", s_list), ("labelMap", s_map), ("matrix", s_list), ("matrixMap", s_map), ("json", s_list)));

    [Theory]
    [InlineData("form", "form=a%20b&form=c")]
    [InlineData("csv", "csv=a%20b,c")]
    [InlineData("formMap", "k=a%20b&l=c")]
    [InlineData("csvMap", "csvMap=k,a%20b,l,c")]
    [InlineData("space", "space=a%20b%20c")]
    [InlineData("pipe", "pipe=a%20b%7Cc")]
    [InlineData("deep", "deep%5Bk%5D=a%20b&deep%5Bl%5D=c")]
    [InlineData("raw", "raw=a/b?c@d")]
    [InlineData("xml", "xml=%3Ca%2F%3E")]
    [InlineData("json", "json=%7B%22k%22%3A%22a%20b%22%2C%22l%22%3A%22c%22%7D")]
    public async Task A_query_parameter_has_the_style_of_the_document(string name, string query)
    {
        object value = name == "raw" ? "a/b?c@d" : name == "xml" ? "<a/>" : name is "formMap" or "csvMap" or "deep" or "json" ? s_map : name == "space" ? s_words : s_list;

        Assert.Equal("GET /v1/api/query?" + query, await SendAsync(s_new, "QueryAsync", (name, value)));
    }

    [Fact]
    public async Task Headers_cookies_and_a_server_of_the_path() => Assert.Equal(
        "GET /rest/api/rest|X-List: a b,c|X-Map: k=a b,l=c|Cookie: one=1; many=a%20b; many=c",
        await SendAsync(s_new, "RestAsync", ("xList", s_list), ("xMap", s_map), ("one", "1"), ("many", s_list)));

    [Theory]
    [InlineData("CopyAsync", "COPY /rest/api/rest")]
    [InlineData("HeadAsync", "HEAD /rest/api/rest")]
    [InlineData("OptionsAsync", "OPTIONS /rest/api/rest")]
    [InlineData("TraceAsync", "TRACE /rest/api/rest")]
    public async Task Methods_of_any_kind(string method, string sent) => Assert.Equal(sent, await SendAsync(s_new, method));

    [Fact]
    public async Task The_method_QUERY_sends_its_body_in_a_vendors_JSON() => Assert.Equal(
        """QUERY /rest/api/rest|Content-Type: application/vnd.shop+json|Content-Length: 19||{"k":"a b","l":"c"}""",
        await SendAsync(s_new, "SearchAsync", ("body", s_map)));

    [Theory]
    [InlineData("WholeFormAsync", "GET /v1/api/whole-form?k=a%20b&l=c")]
    [InlineData("WholeJsonAsync", "GET /v1/api/whole-json?%5B%22a%20b%22%2C%22c%22%5D")]
    [InlineData("WholeTextAsync", "GET /v1/api/whole-text?a%20b%26c")]
    public async Task A_parameter_may_be_the_whole_query_string(string method, string sent) => Assert.Equal(
        sent, await SendAsync(s_new, method, ("q", method switch { "WholeFormAsync" => s_map, "WholeJsonAsync" => s_list, _ => "a b&c" })));

    [Fact]
    public async Task XML_is_text() => Assert.Equal(
        "POST /v1/api/xml|Accept: application/xml, */*;q=0.1|Content-Type: application/xml; charset=utf-8|Content-Length: 4||<a/>",
        await SendAsync(s_new, "XmlAsync", ("body", "<a/>")));

    [Fact]
    public async Task Of_any_media_type_JSON_is_preferred() => Assert.Equal(
        "GET /v1/api/any|Accept: application/json, */*;q=0.1", await SendAsync(s_new, "AnyAsync"));

    [Fact]
    public async Task Fields_of_a_form_have_the_style_of_their_encoding() => Assert.Equal(
        "deep%5Bk%5D=a+b&deep%5Bl%5D=c&csv=a+b,c&json=%7B%22k%22%3A%22a+b%22%2C%22l%22%3A%22c%22%7D",
        (await SendAsync(s_new, "FormAsync", ("deep", s_map), ("csv", s_list), ("json", s_map))).Split("||")[1]);

    [Fact]
    public async Task A_form_without_named_fields_is_one_parameter()
    {
        Assert.EndsWith("||k=a+b&l=c", await SendAsync(s_new, "FreeFormAsync", ("body", s_map)), StringComparison.Ordinal);

        string parts = await SendAsync(s_new, "FreePartsAsync", ("body", s_map.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value))));
        Assert.Contains("name=k", parts.Replace("\"", ""), StringComparison.Ordinal);
        Assert.Contains("name=l", parts.Replace("\"", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_2_0_have_their_collection_format() => Assert.Equal(
        "GET /t/v1/api/a%20b%7Cc?csv=a%20b,c&ssv=a%20b%20c&tsv=a%20b%09c&pipe=a%20b%7Cc&multi=a%20b&multi=c|X-Ssv: a b c",
        await SendAsync(
            s_old, "ListsAsync", ("tenant", "t"), ("pipes", s_list), ("csv", s_list), ("ssv", s_words), ("tsv", s_list), ("pipe", s_list), ("multi", s_list), ("xSsv", s_words)));

    [Fact]
    public async Task A_form_of_2_0() => Assert.EndsWith(
        "||n=1&tsv=a+b%09c&multi=a+b&multi=c",
        await SendAsync(s_old, "FormAsync", ("tenant", "t"), ("n", 1L), ("tsv", s_list), ("multi", s_list)),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_2_0_consumes_and_produces_is_sent_and_accepted() => Assert.Equal(
        "POST /t/v1/api/body|Accept: text/plain, */*;q=0.1|Content-Type: application/xml; charset=utf-8|Content-Length: 4||<a/>",
        await SendAsync(s_old, "BodyAsync", ("tenant", "t"), ("body", "<a/>")));

    private static async Task<string> SendAsync(EmittedClient client, string method, params (string Name, object? Value)[] arguments)
    {
        await client.CallAsync(method, arguments);
        return client.Sent.TrimEnd('\n').Replace('\n', '|');
    }
}
