using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed partial class OperationTests
{
    [Fact]
    public void The_document_says_what_it_is()
    {
        ApiDocument document = Reading.Of("""
            {
              "openapi": "3.1.0",
              "info": {"title": "T", "summary": "S", "description": "D", "version": 2.10},
              "tags": [{"name": "a", "description": "about a"}, {"name": "b"}, {"description": "nameless"}]
            }
            """).Document;

        Assert.Equal(("T", "S", "D", "2.10"), (document.Title, document.Summary, document.Description, document.Version));
        Assert.Equal([new("a", "about a")], document.TagDescriptions);
        Assert.Empty(document.Operations);
        Assert.Empty(document.Schemas);
    }

    [Fact]
    public void An_operation_is_read()
    {
        ApiOperation operation = Reading.OfOperation("""
            "operationId": "read", "summary": "S", "description": "D", "deprecated": true, "tags": ["b", "a", "b", ""]
            """).Operation;

        Assert.Equal(("/paths/~1items~1{id}/get", "/items/{id}", "GET"), (operation.Pointer, operation.Path, operation.Method));
        Assert.Equal(("read", "S", "D", true), (operation.OperationId, operation.Summary, operation.Description, operation.IsDeprecated));
        Assert.Equal(["b", "a"], operation.Tags);
        Assert.Null(operation.ServerUrl);
        Assert.Null(operation.RequestBody);
        Assert.Empty(operation.Parameters);
        Assert.Empty(operation.Responses);
        Assert.Empty(operation.Security);
    }

    [Fact]
    public void Every_method_is_read_in_the_documents_order()
    {
        Reading reading = Reading.Of("""
            {
              "openapi": "3.2.0",
              "paths": {
                "x-paths": {"get": {}},
                "/b": {"query": {}, "trace": {}, "head": {}, "options": {}, "delete": {}, "put": {}, "post": {}, "patch": {}, "get": {}, "x-get": {}},
                "/a": {"GET": {}, "additionalOperations": {"COPY": {}, "a b": {}}},
                "c": {"get": {}}
              }
            }
            """);

        Assert.Equal(
            [
                "QUERY /b", "TRACE /b", "HEAD /b", "OPTIONS /b", "DELETE /b", "PUT /b", "POST /b", "PATCH /b", "GET /b",
                "GET /a", "COPY /a", "GET /c",
            ],
            reading.Document.Operations.Select(operation => $"{operation.Method} {operation.Path}"));
        Assert.Equal("/paths/~1a/additionalOperations/COPY", reading.Document.Operations[10].Pointer);
        Assert.Equal("/paths/~1a/GET", reading.Document.Operations[9].Pointer);
        Assert.Equal(
            [
                new Finding("DBXAPP0101", "/paths/~1a/additionalOperations/a b", "'a b' is no HTTP method"),
                new Finding("DBXAPP0105", "/paths/c", "the path 'c' does not start with '/'; it is read as if it did"),
            ],
            reading.Findings);
    }

    [Fact]
    public void A_path_item_may_be_a_reference_with_more_beside_it()
    {
        Reading reading = Reading.Of("""
            {
              "openapi": "3.1.0",
              "paths": {"/a": {"$ref": "#/components/pathItems/P", "post": {}}, "/b": {"$ref": "b.json"}},
              "components": {"pathItems": {"P": {"get": {}}}}
            }
            """);

        Assert.Equal(
            ["/components/pathItems/P/get", "/paths/~1a/post"],
            reading.Document.Operations.Select(operation => operation.Pointer));
        Assert.Equal(
            new Finding(
                "DBXAPP0103",
                "/paths/~1b/$ref",
                "'b.json' of 'b.json' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; the path is left out"),
            Assert.Single(reading.Findings));
    }

    [Fact]
    public void Bodies_and_responses_are_read()
    {
        Reading reading = Reading.OfOperation(
            """
            "requestBody": {"$ref": "#/components/requestBodies/B"},
            "responses": {
              "200": {"description": "ok", "content": {
                "text/event-stream": {"itemSchema": {"type": "object"}, "example": null},
                "application/json": {}
              }},
              "4XX": {"$ref": "#/components/responses/E"},
              "default": {"description": "rest"},
              "x-more": {}
            }
            """,
            """
            , "components": {
              "requestBodies": {"B": {"required": true, "description": "D", "content": {
                "multipart/form-data; boundary=x": {
                  "schema": {"type": "object"},
                  "encoding": {"file": {"contentType": "image/png", "style": "form", "explode": true}, "other": {}},
                  "examples": {"e": {"$ref": "#/components/examples/X"}}
                }
              }}},
              "responses": {"E": {"description": "error", "content": {"application/problem+json": {"schema": {}}}}},
              "examples": {"X": {"value": "x"}}
            }
            """);

        ApiRequestBody body = reading.Operation.RequestBody!;
        Assert.Equal(("/components/requestBodies/B", true, "D"), (body.Pointer, body.IsRequired, body.Description));
        ApiMediaType form = Assert.Single(body.Content);
        Assert.Equal(("multipart/form-data; boundary=x", "\"x\""), (form.Name, form.Example));
        Assert.Equal("/components/requestBodies/B/content/multipart~1form-data; boundary=x/schema", form.Schema!.Pointer);
        Assert.Equal(["file", "other"], form.Encoding.Keys);
        ApiEncoding file = form.Encoding["file"];
        Assert.Equal(("image/png", "form", true), (file.ContentType, file.Style, file.Explode));
        ApiEncoding other = form.Encoding["other"];
        Assert.Equal((null, null, null), (other.ContentType, other.Style, other.Explode));

        IReadOnlyList<ApiResponse> responses = reading.Operation.Responses;
        Assert.Equal(
            [
                ("200", "/paths/~1items~1{id}/get/responses/200", "ok"),
                ("4XX", "/components/responses/E", "error"),
                ("default", "/paths/~1items~1{id}/get/responses/default", "rest"),
            ],
            responses.Select(response => (response.StatusCode, response.Pointer, response.Description!)));
        Assert.Equal(["text/event-stream", "application/json"], responses[0].Content.Select(content => content.Name));
        Assert.Equal(ApiType.Object, responses[0].Content[0].ItemSchema!.Types);
        Assert.Null(responses[0].Content[0].Schema);
        Assert.Null(responses[0].Content[1].Schema);
        Assert.Equal("/components/responses/E/content/application~1problem+json/schema", responses[1].Content[0].Schema!.Pointer);
        Assert.Empty(responses[2].Content);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void A_body_or_response_that_is_not_in_the_document_is_any_JSON()
    {
        Reading reading = Reading.OfOperation("""
            "requestBody": {"$ref": "#/b"}, "responses": {"200": {"$ref": "#/r"}}
            """);

        ApiMediaType body = Assert.Single(reading.Operation.RequestBody!.Content);
        ApiMediaType response = Assert.Single(Assert.Single(reading.Operation.Responses).Content);
        Assert.Equal(("application/json", null), (body.Name, body.Schema));
        Assert.Equal(("application/json", null), (response.Name, response.Schema));
        Assert.Equal(
            [
                new Finding("DBXAPP0103", "/paths/~1items~1{id}/get/requestBody/$ref", "'#/b' is not in the document; the body is any JSON"),
                new Finding("DBXAPP0103", "/paths/~1items~1{id}/get/responses/200/$ref", "'#/r' is not in the document; the response is any JSON"),
            ],
            reading.Findings);
    }

    [Theory]
    [InlineData("", "", "https://host.example/a/v1")]
    [InlineData("\"servers\": [{\"url\": \"/path\"}],", "", "/path")]
    [InlineData("\"servers\": [{\"url\": \"/path\"}],", "\"servers\": [{\"url\": \"/operation\"}, {\"url\": \"/second\"}]", "/operation")]
    [InlineData("\"servers\": [],", "\"servers\": []", "https://host.example/a/v1")]
    public void The_nearest_server_counts_with_its_variables_at_their_defaults(string path, string operation, string expected)
    {
        Reading reading = Reading.Of($$"""
            {
              "openapi": "3.1.0",
              "servers": [{"url": "https://host.example/{stage}/{version}", "variables": {"stage": {"default": "a", "enum": ["b"]}, "version": {"default": "v1"} } }],
              "paths": {"/": { {{path}} "get": { {{operation}} } } }
            }
            """);

        Assert.Equal(expected, reading.Operation.ServerUrl);
    }

    [Fact]
    public void Security_is_that_of_the_operation_or_the_document()
    {
        Reading reading = Reading.Of("""
            {
              "openapi": "3.1.0",
              "security": [{"key": []}],
              "paths": {"/": {
                "get": {},
                "put": {"security": []},
                "post": {"security": [{"oauth": ["read", "write"], "key": []}, {}, {"undeclared": []}]}
              }},
              "components": {"securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "D"},
                "bearer": {"type": "http", "scheme": "bearer"},
                "oauth": {"type": "oauth2", "flows": {"password": {"tokenUrl": "token"}}},
                "oidc": {"type": "openIdConnect"},
                "tls": {"type": "mutualTLS"},
                "odd": {"type": "odd"}
              }}
            }
            """);

        Assert.Equal(
            ["key:", "", "oauth:read,write key: |  | undeclared:"],
            reading.Document.Operations.Select(operation => string.Join(" | ", operation.Security.Select(
                schemes => string.Join(' ', schemes.Select(scheme => $"{scheme.Key}:{string.Join(',', scheme.Value)}"))))));
        Assert.Equal(
            ["key apiKey header X-Key ", "bearer http   bearer", "oauth oauth2   ", "oidc openIdConnect   ", "tls mutualTLS   "],
            reading.Document.SecuritySchemes.Select(
                scheme => $"{scheme.Name} {scheme.Type} {scheme.In} {scheme.ParameterName} {scheme.HttpScheme}"));
        Assert.Equal("/components/securitySchemes/key", reading.Document.SecuritySchemes[0].Pointer);
        Assert.Equal(
            new Finding("DBXAPP0105", "/components/securitySchemes/odd", "there is no security scheme of type 'odd'; it is left out"),
            Assert.Single(reading.Findings));
    }

    [Fact]
    public void Calls_that_the_app_makes_are_read_apart()
    {
        Reading reading = Reading.OfOperation(
            "\"callbacks\": {\"done\": {\"{$url}\": {\"post\": {\"operationId\": \"c\"}}}, \"x-no\": 1}",
            ", \"webhooks\": {\"sold\": {\"put\": {}, \"post\": {}}}");

        Assert.Empty(reading.Findings);
        Assert.Equal(
            ["sold PUT /webhooks/sold/put", "sold POST /webhooks/sold/post"],
            reading.Document.Webhooks.Select(call => $"{call.Path} {call.Method} {call.Pointer}"));
        Assert.Equal(
            ["done POST c /paths/~1items~1{id}/get/callbacks/done/{$url}/post"],
            reading.Operation.Callbacks.Select(call => $"{call.Path} {call.Method} {call.OperationId} {call.Pointer}"));
    }
}
