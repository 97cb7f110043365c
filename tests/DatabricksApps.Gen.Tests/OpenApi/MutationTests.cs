using System.Text.Json.Nodes;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Whatever stands in a place of a document, reading ends with a document or with a reason.</summary>
public sealed class MutationTests
{
    private const string OpenApi = """
        {
          "openapi": "3.2.0", "$self": "https://example.com/self",
          "info": {"title": "T", "version": "1"},
          "servers": [{"url": "/{v}", "variables": {"v": {"default": "1"}}}],
          "tags": [{"name": "t", "description": "d"}],
          "security": [{"key": ["scope"]}],
          "paths": {"/a/{id}": {
            "servers": [],
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "post": {
              "operationId": "o", "tags": ["t"], "deprecated": true, "security": [{}],
              "parameters": [{"name": "q", "in": "query", "style": "form", "explode": true, "schema": {"type": "string"}, "example": "e"}],
              "requestBody": {"required": true, "content": {"multipart/form-data": {
                "schema": {"$ref": "#/components/schemas/S"}, "encoding": {"f": {"contentType": "text/plain", "style": "form", "explode": true}}}}},
              "responses": {"200": {"description": "ok", "content": {"application/jsonl": {"itemSchema": {"$ref": "#/components/schemas/S"}, "examples": {"e": {"value": 1}}}}}},
              "callbacks": {"c": {}}
            },
            "additionalOperations": {"COPY": {}}
          }},
          "webhooks": {},
          "components": {
            "parameters": {"P": {"name": "id", "in": "path", "required": true, "content": {"application/json": {"schema": true}}}},
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {"S": {
              "type": ["object", "null"], "format": "f", "title": "t", "required": ["p"], "nullable": true, "$anchor": "a",
              "properties": {"p": {"type": "string", "minLength": 1, "enum": ["a", null], "default": null, "const": 1}},
              "additionalProperties": {"type": "array", "items": {"type": "integer", "minimum": 0, "exclusiveMinimum": true}, "prefixItems": [{}], "maxItems": 3},
              "patternProperties": {"^x": {}}, "contentSchema": {},
              "allOf": [{"$ref": "#a"}], "oneOf": [{"$ref": "#/components/schemas/S/properties/p"}], "anyOf": [],
              "discriminator": {"propertyName": "p", "mapping": {"s": "S"}}
            }}
          }
        }
        """;

    private const string Swagger = """
        {
          "swagger": "2.0", "host": "h", "basePath": "/b", "schemes": ["https"], "consumes": ["application/json"], "produces": ["application/json"],
          "paths": {"/a": {
            "parameters": [{"$ref": "#/parameters/B"}],
            "get": {
              "consumes": ["multipart/form-data"], "produces": ["text/csv"],
              "parameters": [
                {"name": "q", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"},
                {"name": "f", "in": "formData", "type": "file", "required": true},
                {"name": "l", "in": "formData", "type": "array", "items": {"type": "string"}}
              ],
              "responses": {"200": {"schema": {"type": "file"}}, "default": {"$ref": "#/responses/E"}}
            }
          }},
          "parameters": {"B": {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/D"}}},
          "responses": {"E": {"description": "e", "schema": {"type": "string"}}},
          "definitions": {"D": {"type": "object", "discriminator": "d", "x-nullable": true}},
          "securityDefinitions": {"basic": {"type": "basic"}, "o": {"type": "oauth2"}}
        }
        """;

    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1.5", "1e400", "\"\"", "\"x\"", "\"body\"", "\"#\"", "\"#/paths\"", "\"#/components/schemas\"",
        "[]", "{}", "[null, 1, [], {}]", "{\"\": {\"\": []}}", "{\"$ref\": 1}", "{\"$ref\": \"\"}", "{\"$ref\": \"#/paths\"}",
        "{\"$ref\": \"#/components/parameters/P\"}",
    ];

    [Theory]
    [InlineData(OpenApi)]
    [InlineData(Swagger)]
    public void Any_value_in_any_place_is_read(string text)
    {
        foreach (string pointer in Pointers(JsonNode.Parse(text)!))
        {
            foreach (string value in s_values)
            {
                Reading reading = Reading.Of(Replace(text, pointer, value));

                Assert.True(reading.HasDocument || reading.Findings.Count > 0, $"{pointer} = {value}");
            }
        }
    }

    [Theory]
    [InlineData(OpenApi)]
    [InlineData(Swagger)]
    public void The_documents_themselves_are_whole(string text) => Assert.NotEmpty(Reading.Of(text).Document.Schemas);

    private static List<string> Pointers(JsonNode root)
    {
        List<string> pointers = [];
        Collect(root, "");
        return pointers;

        void Collect(JsonNode? node, string pointer)
        {
            pointers.Add(pointer);
            if (node is JsonObject members)
            {
                foreach ((string key, JsonNode? value) in members)
                {
                    Collect(value, JsonPointer.Append(pointer, key));
                }
            }
            else if (node is JsonArray items)
            {
                for (int i = 0; i < items.Count; i++)
                {
                    Collect(items[i], JsonPointer.Append(pointer, i));
                }
            }
        }
    }

    private static string Replace(string text, string pointer, string value)
    {
        if (pointer.Length == 0)
        {
            return value;
        }

        JsonNode root = JsonNode.Parse(text)!;
        IReadOnlyList<string> keys = JsonPointer.Split(pointer);
        JsonNode parent = DocumentRoot.Find(root, [.. keys.Take(keys.Count - 1)])!;
        JsonNode? replacement = JsonNode.Parse(value);
        if (parent is JsonArray items)
        {
            items[int.Parse(keys[^1], System.Globalization.CultureInfo.InvariantCulture)] = replacement;
        }
        else
        {
            parent[keys[^1]] = replacement;
        }

        return root.ToJsonString();
    }
}
