namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>accept</c>: writes into the locks what the documents promise now.</summary>
public sealed class AcceptTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().WithProject().With("shop.openapi.json", Shop.Before);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_is_accepted_for_the_first_time()
    {
        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal((0, "shop.openapi.lock: written, 9 facts\n", ""), (result.ExitCode, result.Out, result.Error));
        Assert.Equal(Shop.Lock, _folder.Read("shop.openapi.lock"));
    }

    [Fact]
    public async Task Accepting_twice_changes_no_byte()
    {
        _folder.With("shop.openapi.lock", Shop.Lock.Replace("\n", "\r\n", StringComparison.Ordinal));
        string path = Path.Combine(_folder.Directory, "shop.openapi.lock");
        byte[] before = File.ReadAllBytes(path);

        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal((0, "shop.openapi.lock: unchanged\n"), (result.ExitCode, result.Out));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Changes_are_said_and_accepted()
    {
        _folder.With("shop.openapi.lock", Shop.Lock).With("shop.openapi.json", Shop.After);

        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal(
            """
            shop.openapi.lock: 4 changes accepted
            shop.openapi.lock:2   breaks   DELETE /api/items is gone
            shop.openapi.json:11  changes  'limit' of GET /api/items left out means 50 now, was 20
            shop.openapi.json:31  changes  'quantity' of Item became optional, was required
            shop.openapi.json:17  fine     POST /api/items is new

            """,
            result.Out);
        Assert.Equal("", (await _folder.RunAsync("accept")).Out.Replace("shop.openapi.lock: unchanged\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE /api/items", "DELETE /api/items                               Items.DeleteItemsAsync\nDELETE /api/items ->                            nothing status=204\n\n", "")]
    [InlineData("GET /api/items ? limit", "default=20", "default=50")]
    [InlineData("Item", "Quantity integer required", "Quantity integer optional")]
    [InlineData("Item.quantity", "Quantity integer required", "Quantity integer optional")]
    public async Task One_thing_is_accepted_and_the_rest_waits(string named, string was, string isNow)
    {
        _folder.With("shop.openapi.lock", Shop.Lock).With("shop.openapi.json", Shop.After);

        ToolResult result = await _folder.RunAsync("accept", named);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("shop.openapi.lock: 1 change accepted\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(Shop.Lock.Replace(was, isNow, StringComparison.Ordinal), _folder.Read("shop.openapi.lock"));
    }

    [Fact]
    public async Task What_has_not_changed_cannot_be_accepted()
    {
        _folder.With("shop.openapi.lock", Shop.Lock).With("shop.openapi.json", Shop.After);

        ToolResult result = await _folder.RunAsync("accept", "GET /api/itmes");

        Assert.Equal(
            """
            error: Nothing has changed that is called 'GET /api/itmes'
            next step: name one of these: "DELETE /api/items", "GET /api/items ? limit", "Item.quantity", "POST /api/items"; without a name all are accepted.

            """,
            result.Error);
        Assert.Equal((3, Shop.Lock), (result.ExitCode, _folder.Read("shop.openapi.lock")));
    }

    [Fact]
    public async Task Names_that_were_accepted_stay()
    {
        _folder.With("shop.openapi.lock", Shop.Lock).With("shop.openapi.json", Shop.Before.Replace("list_items", "find_items", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal("shop.openapi.lock: unchanged\n", result.Out);
    }

    [Fact]
    public async Task What_an_item_leaves_out_is_not_promised()
    {
        _folder.WithProject("""<ItemGroup><DatabricksApp Update="shop.openapi.json" ExcludePaths="/api/items" /></ItemGroup>""");

        await _folder.RunAsync("accept");

        Assert.DoesNotContain("/api/items", _folder.Read("shop.openapi.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_told_at_its_line()
    {
        _folder.With("shop.openapi.lock", Shop.Lock.Replace("\n\nGET", "\n<<<<<<< HEAD\nGET", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: shop.openapi.lock:4: the lock has a merge conflict", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_documents_is_told()
    {
        File.Delete(Path.Combine(_folder.Directory, "shop.openapi.json"));

        ToolResult result = await _folder.RunAsync("accept");

        Assert.Equal(
            (3, "error: Shop.csproj has no document of an app\nnext step: databricks-apps add https://… fetches one.\n"), (result.ExitCode, result.Error));
    }
}
