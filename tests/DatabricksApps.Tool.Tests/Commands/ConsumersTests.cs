using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>check --consumers</c>: may a version of an app be deployed, for those whose code calls it?</summary>
public sealed class ConsumersTests : IDisposable
{
    private const string List = """
        GET /api/items                                  Items.ListItemsAsync
        GET /api/items ? limit                          limit integer optional default=20 @2
        GET /api/items ? q                              q string optional @1
        GET /api/items ->                               Item[] status=200
        Item                                            Item object received at=/components/schemas/Item
        Item.id                                         Id integer required
        Item.quantity                                   Quantity integer required
        """;

    private const string Delete = """
        DELETE /api/items                               Items.DeleteItemsAsync
        DELETE /api/items ->                            nothing status=204
        """;

    private readonly ToolFolder _folder = new ToolFolder()
        .With("openapi.json", Shop.After)
        .With("usage/deleting.json", UsageText.Of("shop.openapi.json", "Deleting", calls: "Items.DeleteItemsAsync", facts: Delete))
        .With("usage/listing.json", UsageText.Of("shop.openapi.json", "Listing", calls: "Items.ListItemsAsync", reads: "Item.Id", facts: List));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_consumer_is_told_with_what_breaks_it()
    {
        ToolResult result = await _folder.RunAsync("check", "--consumers", "usage/deleting.json", "usage/listing.json", "openapi.json");

        Assert.Equal(
            """
            Deleting (usage/deleting.json): 1 change, which may break code
            * usage/deleting.json  breaks   DELETE /api/items is gone
            Listing (usage/listing.json): 1 change, which may break code
            * openapi.json:11  changes  'limit' of GET /api/items left out means 50 now, was 20

            """,
            result.Out);
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_file_is_not_left_out()
    {
        _folder.With("usage/deleting.json", UsageText.Of("shop.openapi.json", "Deleting", calls: "Items.DeleteItemsAsync", facts: "<<<<<<< HEAD\n" + Delete));

        ToolResult result = await _folder.RunAsync("check", "openapi.json", "--consumers", "usage/deleting.json");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: usage/deleting.json does not say what a project uses", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "openapi.json", "--consumers", "usage/*.json")]
    [InlineData("check", "--consumers", "usage/*.json", "openapi.json")]
    public async Task The_same_document_breaks_nobody(params string[] arguments)
    {
        _folder.With("openapi.json", Shop.Before);

        ToolResult result = await _folder.RunAsync(arguments);

        Assert.Equal(
            (0, "Deleting (usage/deleting.json): no change of what it uses\nListing (usage/listing.json): no change of what it uses\n", ""),
            (result.ExitCode, result.Out, result.Error));
    }

    [Theory]
    [InlineData("\"id\": { \"type\": \"integer\" }", "\"id\": { \"type\": \"string\" }", "property.type", 2)]
    [InlineData("\"quantity\": { \"type\": \"integer\" }", "\"quantity\": { \"type\": \"string\" }", "", 0)]
    [InlineData("\"operationId\": \"list_items\"", "\"operationId\": \"list_items\", \"deprecated\": true", "operation.deprecated", 1)]
    [InlineData("\"/api/items\"", "\"/api/things\"", "operation.moved", 2)]
    [InlineData("\"type\": \"object\",", "\"type\": \"object\", \"description\": \"A thing.\",", "", 0)]
    public async Task A_consumer_is_told_what_is_about_its_own_use(string old, string current, string kind, int code)
    {
        _folder.With("openapi.json", Shop.Before.Replace(old, current, StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("check", "openapi.json", "--consumers", "usage/listing.json", "--json");

        Assert.Equal(
            (code, kind),
            (result.ExitCode, string.Join(' ', JsonNode.Parse(result.Out)!["consumers"]![0]!["changes"]!.AsArray().Select(change => (string)change!["kind"]!))));
    }

    [Fact]
    public async Task What_cannot_be_told_is_exit_code_3_and_stops_no_other()
    {
        _folder.With("usage/a.json", UsageText.Of("shop.openapi.json", "Unlocked", calls: "Items.ListItemsAsync"))
            .With("usage/b.json", UsageText.Of("shop.openapi.json", "Library", isOpen: true))
            .With("usage/c.json", "{}");

        ToolResult result = await _folder.RunAsync("check", "openapi.json", "--consumers", "usage/*.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            """
            error: usage/a.json: Unlocked was built without a lock, so what it was promised is not known
            next step: databricks-apps accept in its project, then build it.
            error: usage/b.json: Library is a library, and what the programs that reference it use is not known
            next step: make its client internal, or leave it out.
            error: usage/c.json does not say what a project uses
            next step: take the file that a build of it wrote: obj/…/NAME.usage.json

            """,
            result.Error);
        Assert.Contains("Listing (usage/listing.json): 1 change", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: A document is checked for its --consumers alone; two are compared by diff.", "check", "openapi.json")]
    [InlineData("error: No usage file is named", "check", "--consumers", "openapi.json")]
    [InlineData("error: missing.json does not exist", "check", "missing.json", "--consumers", "usage/listing.json")]
    public async Task A_command_line_that_says_too_little_is_refused(string error, params string[] arguments)
    {
        ToolResult result = await _folder.RunAsync(arguments);

        Assert.Equal((3, error), (result.ExitCode, result.Error.Split('\n')[0]));
    }
}
