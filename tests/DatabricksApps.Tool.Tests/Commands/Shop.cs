namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>The document of a shop, and the same with some things changed.</summary>
internal static class Shop
{
    public const string Before = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Shop", "version": "1" },
          "paths": {
            "/api/items": {
              "get": {
                "operationId": "list_items",
                "tags": ["items"],
                "parameters": [
                  { "name": "q", "in": "query", "schema": { "type": "string" } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20 } }
                ],
                "responses": {
                  "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } } }
                }
              },
              "delete": {
                "operationId": "delete_items",
                "tags": ["items"],
                "responses": { "204": { "description": "gone" } }
              }
            }
          },
          "components": {
            "schemas": {
              "Item": {
                "type": "object",
                "required": ["id", "quantity"],
                "properties": {
                  "id": { "type": "integer" },
                  "quantity": { "type": "integer" }
                }
              }
            }
          }
        }

        """;

    /// <summary>Another default, a property that may be missing, an operation that is gone, and one that is new.</summary>
    public static string After { get; } = Before
        .Replace("\"default\": 20", "\"default\": 50", StringComparison.Ordinal)
        .Replace("[\"id\", \"quantity\"]", "[\"id\"]", StringComparison.Ordinal)
        .Replace("\"delete\": {", "\"post\": {", StringComparison.Ordinal)
        .Replace("delete_items", "add_item", StringComparison.Ordinal);

    /// <summary>The lock of <see cref="Before"/> in a file <c>shop.openapi.json</c>.</summary>
    public const string Lock = """
        # What the client of shop.openapi.json promised when it was last accepted. Written by: databricks-apps accept
        DELETE /api/items                               Items.DeleteItemsAsync
        DELETE /api/items ->                            nothing status=204

        GET /api/items                                  Items.ListItemsAsync
        GET /api/items ? limit                          limit integer optional default=20 @2
        GET /api/items ? q                              q string optional @1
        GET /api/items ->                               Item[] status=200

        Item                                            Item object received at=/components/schemas/Item
        Item.id                                         Id integer required
        Item.quantity                                   Quantity integer required

        """;
}
