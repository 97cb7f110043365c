using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>A document of a depot, and the same with one thing changed.</summary>
internal static class DepotDocument
{
    public const string Json = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Depot", "version": "1" },
          "paths": {
            "/api/items": {
              "get": {
                "operationId": "list_items", "tags": ["items"],
                "parameters": [
                  { "name": "q", "in": "query", "schema": { "type": "string", "maxLength": 40 } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20, "maximum": 100 } },
                  { "name": "X-Team", "in": "header", "required": true, "schema": { "type": "string" } }
                ],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } } } }
              },
              "post": {
                "operationId": "create_item", "tags": ["items"],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewItem" } } } },
                "responses": {
                  "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } },
                  "409": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } }
                }
              }
            },
            "/api/items/{item_id}": {
              "delete": {
                "operationId": "delete_item", "tags": ["items"],
                "parameters": [ { "name": "item_id", "in": "path", "required": true, "schema": { "type": "integer" } } ],
                "responses": { "204": { "description": "gone" } }
              }
            },
            "/api/report": {
              "get": {
                "operationId": "read_report", "security": [ { "app": ["read"] } ],
                "responses": { "200": { "description": "ok", "content": { "application/pdf": { "schema": { "type": "string", "format": "binary" } } } } }
              }
            }
          },
          "components": {
            "securitySchemes": { "app": { "type": "oauth2", "flows": {} } },
            "schemas": {
              "Item": {
                "type": "object", "required": ["id", "color"],
                "properties": {
                  "id": { "type": "integer" }, "color": { "$ref": "#/components/schemas/Color" },
                  "note": { "anyOf": [ { "type": "string" }, { "type": "null" } ] }, "part": { "$ref": "#/components/schemas/Part" }
                }
              },
              "NewItem": {
                "type": "object", "required": ["name"],
                "properties": { "name": { "type": "string", "minLength": 1 }, "urgent": { "type": "boolean", "default": false } }
              },
              "Color": { "type": "string", "enum": ["red", "green", "blue"] },
              "NameTaken": { "type": "object", "required": ["existing_id"], "properties": { "existing_id": { "type": "integer" } } },
              "Bolt": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "bolt" }, "size": { "type": "number" } } },
              "Nut": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "nut" } } },
              "Part": { "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Nut" } ], "discriminator": { "propertyName": "kind" } }
            }
          }
        }
        """;

    /// <summary>Gets what the document promises.</summary>
    public static EquatableArray<Fact> Facts(string json = Json, string path = "depot.openapi.json") => Surface.Of(BoundDocument.Of(json, path: path).Client);

    /// <summary>Gets the document with another value at a place; null: without it.</summary>
    public static string With(string pointer, string? value)
    {
        JsonNode root = JsonNode.Parse(Json)!;
        string[] names = [.. pointer.Split('/').Skip(1).Select(name => name.Replace("~1", "/", StringComparison.Ordinal))];
        JsonNode node = names[..^1].Aggregate(root, (parent, name) => parent is JsonArray list ? list[int.Parse(name)]! : parent[name]!);
        JsonNode? given = value is null ? null : JsonNode.Parse(value);
        switch (node)
        {
            case JsonArray list when names[^1] == "-":
                list.Add(given);
                break;
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(names[^1]));
                break;
            case JsonArray list:
                list[int.Parse(names[^1])] = given;
                break;
            case JsonObject members when value is null:
                Assert.True(members.Remove(names[^1]), pointer);
                break;
            default:
                node[names[^1]] = given;
                break;
        }

        return root.ToJsonString();
    }
}
