using System.Collections.Concurrent;
using DatabricksApps.Contract.Pairs;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.CodeFixes.Tests;

/// <summary>A document of a depot, and its client once something of it has changed.</summary>
internal static class Depot
{
    private const string Json = """
        {
          "openapi": "3.1.0", "info": { "title": "Depot", "version": "1" },
          "paths": {
            "/api/items": {
              "get": {
                "operationId": "list_items", "tags": ["items"],
                "parameters": [
                  { "name": "q", "in": "query", "schema": { "type": "string" } },
                  { "name": "sort", "in": "query", "schema": { "type": "string", "default": "age" } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20 } },
                  { "name": "color", "in": "query", "schema": { "$ref": "#/components/schemas/Color", "default": "red" } }
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
              "get": {
                "operationId": "read_item", "tags": ["items"],
                "parameters": [ { "name": "item_id", "in": "path", "required": true, "schema": { "type": "integer" } } ],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } }
              }
            },
            "/api/name": {
              "get": {
                "operationId": "read_name", "tags": ["names"],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "string" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Item": {
                "type": "object", "required": ["id", "name", "quantity", "maker", "part", "tags"],
                "properties": {
                  "id": { "type": "integer" }, "name": { "type": "string" }, "quantity": { "type": "integer" },
                  "maker": { "$ref": "#/components/schemas/Maker" }, "part": { "$ref": "#/components/schemas/Part" },
                  "tags": { "type": "array", "items": { "type": "string" } }
                }
              },
              "NewItem": {
                "type": "object", "required": ["name"],
                "properties": { "name": { "type": "string" }, "urgent": { "type": "boolean", "default": false }, "weight": { "type": "number", "default": 1.5 } }
              },
              "Color": { "type": "string", "enum": ["red", "green"] },
              "Maker": { "type": "object", "required": ["city"], "properties": { "city": { "type": "string" } } },
              "NameTaken": { "type": "object", "required": ["existing_id"], "properties": { "existing_id": { "type": "integer" } } },
              "Bolt": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "bolt" }, "size": { "type": "number" } } },
              "Nut": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "nut" } } },
              "Part": { "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Nut" } ], "discriminator": { "propertyName": "kind" } }
            }
          }
        }
        """;

    private static readonly ConcurrentDictionary<string, MetadataReference> s_clients = new(StringComparer.Ordinal);

    /// <summary>Gets the client of the changed document, which compiles.</summary>
    /// <param name="edits">What is written in place of what, everywhere: <c>"quantity" -> "amount"</c>.</param>
    public static MetadataReference After(string[] edits)
    {
        string after = Json;
        foreach (string edit in edits)
        {
            string[] sides = edit.Split(" -> ");
            Assert.Contains(sides[0], after, StringComparison.Ordinal);
            after = after.Replace(sides[0], sides[1], StringComparison.Ordinal);
        }

        return s_clients.GetOrAdd(after, document => Caller.ClientOf(document, Json));
    }
}
