namespace DatabricksApps.Package.Tests;

/// <summary>Small documents.</summary>
internal static class Documents
{
    /// <summary>One operation, <c>GET /api/orders/{order_id}</c> with the tag <c>orders</c>.</summary>
    public const string Orders = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Orders", "version": "1" },
          "paths": {
            "/api/orders/{order_id}": {
              "get": {
                "tags": ["orders"],
                "operationId": "read_order_api_orders__order_id__get",
                "parameters": [ { "name": "order_id", "in": "path", "required": true, "schema": { "type": "integer" } } ],
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Order": {
                "type": "object",
                "required": ["id"],
                "properties": { "id": { "type": "integer" }, "note": { "type": "string" } }
              }
            }
          }
        }
        """;

    /// <summary>As FastAPI's but in YAML: one operation without a tag, <c>GET /api/stock</c>.</summary>
    public const string Stock = """
        openapi: 3.1.0
        info: { title: Stock, version: '1' }
        paths:
          /api/stock:
            get:
              operationId: count_stock_api_stock_get
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema: { type: integer }
        """;

    /// <summary>Four operations, told apart by tags and paths.</summary>
    public const string Tagged = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Tagged", "version": "1" },
          "paths": {
            "/api/one": { "get": { "tags": ["a"], "operationId": "one_api_one_get", "responses": { "204": { "description": "OK" } } } },
            "/api/two": { "get": { "tags": ["b#1"], "operationId": "two_api_two_get", "responses": { "204": { "description": "OK" } } } },
            "/api/hidden": { "get": { "tags": ["a"], "operationId": "hidden_api_hidden_get", "responses": { "204": { "description": "OK" } } } },
            "/more/{id}": { "get": { "tags": ["c"], "operationId": "more_more__id__get", "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ], "responses": { "204": { "description": "OK" } } } },
            "/api/other": { "get": { "tags": ["z"], "operationId": "other_api_other_get", "responses": { "204": { "description": "OK" } } } }
          }
        }
        """;

    /// <summary>An operation outside <c>/api/</c>, and a reference that points at nothing.</summary>
    public const string Doubtful = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Doubtful", "version": "1" },
          "paths": {
            "/orders": {
              "get": {
                "operationId": "list_orders_orders_get",
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Missing" } } } } }
              }
            }
          }
        }
        """;
}
