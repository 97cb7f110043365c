namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>accept WHAT</c>: what is told as one change is accepted as one, and all else is pending as it was.</summary>
public sealed class PartsTests : IDisposable
{
    private const string Before = """
        {
          "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" },
          "paths": {
            "/api/items": { "get": {
              "operationId": "list_items",
              "parameters": [
                { "name": "q", "in": "query", "schema": { "type": "string" } },
                { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20 } },
                { "name": "ids", "in": "query", "schema": { "type": "string" } },
                { "name": "color", "in": "query", "schema": { "type": "string" } }
              ],
              "responses": {
                "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } } },
                "409": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Taken" } } } }
              }
            } },
            "/api/report": { "get": { "operationId": "read_report", "responses": { "200": { "description": "ok", "content": { "text/plain": {} } } } } }
          },
          "components": { "schemas": {
            "Item": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" }, "price": { "type": "number" } } },
            "Taken": { "type": "object", "required": ["by"], "properties": { "by": { "type": "string" } } }
          } }
        }
        """;

    private static readonly string s_after = Before
        .Replace("""{ "name": "q", "in""", """{ "name": "zz", "in": "query", "required": true, "schema": { "type": "boolean" } }, { "name": "owner", "in""", StringComparison.Ordinal)
        .Replace("\"default\": 20", "\"default\": 50", StringComparison.Ordinal)
        .Replace("\"price\"", "\"cost\"", StringComparison.Ordinal)
        .Replace("Taken\"", "NameTaken\"", StringComparison.Ordinal)
        .Replace("/api/report", "/api/v2/report", StringComparison.Ordinal);

    private readonly ToolFolder _folder = new ToolFolder().WithProject().With("shop.openapi.json", Before);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_order_of_parameters_stays()
    {
        await PendingAsync();

        ToolResult result = await _folder.RunAsync("accept", "GET /api/items ? owner");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            GET /api/items ? color                          color string optional @3
            GET /api/items ? ids                            ids string optional @2
            GET /api/items ? limit                          limit integer optional default=20 @1
            GET /api/items ? owner                          owner string optional @4
            """,
            string.Join('\n', _folder.Read("shop.openapi.lock").Split('\n').Where(line => line.Contains(" ? ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("GET /api/items ? owner", "'q' of GET /api/items is 'owner' now")]
    [InlineData("GET /api/items ? q", "'q' of GET /api/items is 'owner' now")]
    [InlineData("GET /api/items ? zz", "'zz' of GET /api/items must be given now")]
    [InlineData("GET /api/items ? limit", "'limit' of GET /api/items left out means 50 now, was 20")]
    [InlineData("Item.cost", "'price' of Item is 'cost' now")]
    [InlineData("Item.price", "'price' of Item is 'cost' now")]
    [InlineData("NameTaken", "Taken is called NameTaken now; on the wire nothing changed")]
    [InlineData("Taken", "Taken is called NameTaken now; on the wire nothing changed")]
    [InlineData("GET /api/v2/report", "GET /api/report is GET /api/v2/report now")]
    [InlineData("GET /api/report", "GET /api/report is GET /api/v2/report now")]
    public async Task One_change_is_accepted_and_all_others_wait_as_they_were(string named, string told)
    {
        string[] before = await PendingAsync();

        ToolResult result = await _folder.RunAsync("accept", named);

        Assert.StartsWith("shop.openapi.lock: 1 change accepted\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(told, result.Out, StringComparison.Ordinal);
        Assert.Equal(before.Where(change => change != told), await LeftAsync());
    }

    [Fact]
    public async Task One_after_the_other_all_are_accepted()
    {
        await PendingAsync();

        foreach (string named in new[] { "Item.cost", "GET /api/items ? owner", "GET /api/items ? zz", "NameTaken", "GET /api/v2/report", "GET /api/items ? limit" })
        {
            Assert.Equal(0, (await _folder.RunAsync("accept", named)).ExitCode);
        }

        Assert.Equal("shop.openapi.lock: unchanged\n", (await _folder.RunAsync("accept")).Out);
    }

    // Of two newcomers the first in the document comes first; known alone, the second would come before it.
    [Fact]
    public async Task A_newcomer_is_accepted_with_those_before_it()
    {
        await _folder.RunAsync("accept");
        _folder.With("shop.openapi.json", Before.Replace("""{ "name": "q", "in""", """{ "name": "first", "in": "query", "schema": { "type": "boolean" } }, { "name": "second", "in": "query", "schema": { "type": "boolean" } }, { "name": "q", "in""", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("accept", "GET /api/items ? second");

        Assert.StartsWith("shop.openapi.lock: 2 changes accepted\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("GET /api/items ? first                          first boolean optional @5\n", _folder.Read("shop.openapi.lock"), StringComparison.Ordinal);
        Assert.Contains("GET /api/items ? second                         second boolean optional @6\n", _folder.Read("shop.openapi.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_was_never_accepted_is_told()
    {
        ToolResult result = await _folder.RunAsync("accept", "GET /api/items");

        Assert.Equal(
            (3, "error: Nothing has changed that is called 'GET /api/items'\nnext step: shop.openapi.json was never accepted, which is done as a whole: databricks-apps accept.\n"),
            (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Two_documents_never_share_a_lock()
    {
        _folder.With("shop.openapi.yaml", Before);

        ToolResult result = await _folder.RunAsync("accept");

        Assert.StartsWith("error: shop.openapi.json and shop.openapi.yaml would share one lock, shop.openapi.lock\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
    }

    private async Task<string[]> PendingAsync()
    {
        await _folder.RunAsync("accept");
        _folder.With("shop.openapi.json", s_after);
        return await LeftAsync();
    }

    private async Task<string[]> LeftAsync()
    {
        ToolResult result = await _folder.RunAsync("diff", "shop.openapi.lock", "shop.openapi.json", "--json");
        return [.. System.Text.Json.Nodes.JsonNode.Parse(result.Out)!["changes"]!.AsArray().Select(change => (string)change!["text"]!).Order(StringComparer.Ordinal)];
    }
}
