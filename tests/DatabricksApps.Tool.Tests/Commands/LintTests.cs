using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>lint</c>: what an author can do better, with the line to write.</summary>
public sealed class LintTests
{
    private const string Start = """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{""";

    [Fact]
    public async Task Each_finding_has_its_line_and_the_line_of_Python()
    {
        using ToolFolder folder = new();
        folder.With("shop.openapi.json", """
            {
              "openapi": "3.1.0",
              "info": { "title": "Shop", "version": "1" },
              "paths": {
                "/api/items/{item_id}": {
                  "get": {
                    "operationId": "read_item_api_items__item_id__get",
                    "parameters": [{ "name": "item_id", "in": "path", "required": true, "schema": { "type": "integer" } }],
                    "responses": {
                      "200": {
                        "description": "OK",
                        "content": { "application/json": { "schema": {} } }
                      }
                    }
                  }
                },
                "/health": {
                  "get": {
                    "responses": { "200": { "description": "OK" } }
                  }
                }
              }
            }
            """);

        ToolResult result = await folder.RunAsync("lint", "shop.openapi.json");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            shop.openapi.json:9: GET /api/items/{item_id} declares no error of its own: its client gets text in place of a model [undeclared-errors]
              write: @app.get("/api/items/{item_id}", responses={404: {"model": NotFound}})
            shop.openapi.json:12: GET /api/items/{item_id} answers JSON without a type: its client gets a JsonElement [untyped-answer]
              write: @app.get("/api/items/{item_id}", response_model=ReadItemResult)
            shop.openapi.json:17: /health lies outside /api/: the front door of Databricks takes no token there [outside-api]
              write: app.include_router(router, prefix="/api")
            shop.openapi.json: 2 operations, 3 findings

            """, result.Out);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("true", true)]
    [InlineData("""{"title":"Response List Items"}""", true)]
    [InlineData("""{"type":"object"}""", true)]
    [InlineData("""{"type":"object","additionalProperties":true}""", true)]
    [InlineData("""{"type":"array","items":{}}""", true)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", false)]
    [InlineData("""{"type":"object","additionalProperties":false}""", false)]
    [InlineData("""{"$ref":"#/components/schemas/Item"}""", false)]
    [InlineData("""{"anyOf":[{"type":"null"}]}""", false)]
    [InlineData("""{"type":["string","null"]}""", false)]
    [InlineData("""{"const":1}""", false)]
    public async Task An_answer_without_a_type_is_one_of_which_nothing_is_known(string schema, bool isFound)
    {
        string[] rules = await RulesOfAsync(Start + "\"/api/items\":{\"get\":{\"responses\":{\"200\":{\"description\":\"OK\",\"content\":{\"application/json\":{\"schema\":" + schema + """}}}}}}},"components":{"schemas":{"Item":{"type":"string"}}}}""");

        Assert.Equal(isFound ? ["untyped-answer"] : [], rules);
    }

    [Theory]
    [InlineData("get", "/api/items", "", "")]
    [InlineData("post", "/api/items", "", "undeclared-errors")]
    [InlineData("post", "/api/items", ""","422":{"description":"","content":{"application/json":{"schema":{"type":"string"}}}}""", "undeclared-errors")]
    [InlineData("post", "/api/items", ""","409":{"description":"","content":{"application/json":{"schema":{"type":"string"}}}}""", "")]
    [InlineData("post", "/api/items", ""","409":{"description":""}""", "error-without-model")]
    [InlineData("post", "/api/items", ""","default":{"description":"","content":{"application/problem+json":{"schema":{"type":"string"}}}}""", "")]
    public async Task An_error_without_a_model_is_found_where_one_is_likely(string method, string path, string errors, string rule)
    {
        string[] rules = await RulesOfAsync(Start + "\"" + path + "\":{\"" + method + "\":{\"responses\":{\"204\":{\"description\":\"OK\"}" + errors + """}}}}}""");

        Assert.Equal(rule.Length == 0 ? [] : [rule], rules);
    }

    [Fact]
    public async Task One_function_twice_in_a_tag_is_found_at_each()
    {
        JsonNode json = await FindAsync(Start + "\"/api/a\":{\"get\":{\"tags\":[\"x\"],\"operationId\":\"list_api_a_get\",\"responses\":{\"204\":{\"description\":\"\"}}}},\"/api/b\":{\"get\":{\"tags\":[\"x\"],\"operationId\":\"list_api_b_get\",\"responses\":{\"204\":{\"description\":\"\"}}}},\"/api/c\":{\"get\":{\"tags\":[\"y\"],\"operationId\":\"list_api_c_get\",\"responses\":{\"204\":{\"description\":\"\"}}}}}}");

        Assert.Equal(["def list_a(…):", "def list_b(…):"], json["findings"]!.AsArray().Select(finding => (string?)finding!["write"]));
        Assert.Equal("#/paths/~1api~1a/get/operationId", (string?)json["findings"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Where_no_route_is_below_api_the_document_hardly_is()
    {
        string[] rules = await RulesOfAsync(Start + "\"/items\":{\"get\":{\"responses\":{\"204\":{\"description\":\"OK\"}}}}}}");

        Assert.Equal(["openapi-url", "outside-api"], rules.Order());
        Assert.Empty(await RulesOfAsync(Start + "\"/items\":{\"get\":{\"responses\":{\"204\":{\"description\":\"OK\"}}}}},\"servers\":[{\"url\":\"https://x/api/\"}]}"));
    }

    [Fact]
    public async Task What_the_specification_says_is_Microsofts_to_find()
    {
        JsonNode json = await FindAsync("""{"openapi":"3.1.0","info":{"title":"Shop"},"paths":{}}""");
        JsonNode unreadable = await FindAsync("""{"openapi":"3.0.2","info":{"title":"Shop","version":"1"},"paths":{},"components":{"schemas":{"A":{"exclusiveMinimum":0.0}}}}""");

        Assert.Equal("Microsoft.OpenApi: The field 'version' in 'info' object is REQUIRED.", (string?)json["findings"]![0]!["what"]);
        Assert.Equal("Microsoft.OpenApi cannot read the document: String '0.0' was not recognized as a valid Boolean.", (string?)unreadable["findings"]![0]!["what"]);
    }

    [Fact]
    public async Task YAML_has_lines_too()
    {
        using ToolFolder folder = new();
        folder.With("a.openapi.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n  /api/a:\n    post:\n      responses:\n        '204': {description: OK}\n");

        ToolResult result = await folder.RunAsync("lint", "a.openapi.yaml");

        Assert.StartsWith("a.openapi.yaml:6: POST /api/a declares no error of its own", result.Out);
        Assert.EndsWith("a.openapi.yaml: 1 operation, 1 finding\n", result.Out);
    }

    [Fact]
    public async Task A_Gradio_app_is_looked_at_by_its_endpoints()
    {
        string[] rules = await RulesOfAsync("""{"config":{"root":""},"info":{"named_endpoints":{"/predict":{},"/greet":{},"/lambda_1":{}}}}""", "a.gradio.json");

        Assert.Equal(["outside-api", "endpoint-name", "endpoint-name"], rules);
    }

    [Theory]
    [InlineData("none.json", null, "error: none.json does not exist\nnext step: name a document: databricks-apps add fetches one.\n")]
    [InlineData("a.json", "{", "error: a.json is no document of an app: it is no complete JSON, at line 1, byte 2\nnext step: fetch it anew: databricks-apps add URL, or databricks-apps refresh.\n")]
    [InlineData("a.json", "<html>", "error: a.json is no document of an app\nnext step: fetch it anew: databricks-apps add URL, or databricks-apps refresh.\n")]
    public async Task What_is_no_document_is_told(string file, string? content, string error)
    {
        using ToolFolder folder = new();
        if (content is not null)
        {
            folder.With(file, content);
        }

        ToolResult result = await folder.RunAsync("lint", file);

        Assert.Equal((3, error), (result.ExitCode, result.Error));
    }

    private static async Task<JsonNode> FindAsync(string document, string name = "a.openapi.json")
    {
        using ToolFolder folder = new();
        ToolResult result = await folder.With(name, document).RunAsync("lint", name, "--json");
        return JsonNode.Parse(result.Out)!;
    }

    private static async Task<string[]> RulesOfAsync(string document, string name = "a.openapi.json") =>
        [.. (await FindAsync(document, name))["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!)];
}
