using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>check</c>: what the apps serve now, against what was accepted.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private readonly ToolFolder _folder = new();
    private StandIn _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = (await StandIn.StartAsync()).With("/api/openapi.json", Shop.After);
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="shop.openapi.json" Url="{_app.Url}" /></ItemGroup>""")
            .With("shop.openapi.json", Shop.Before).With("shop.openapi.lock", Shop.Lock);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_breaks_is_said_and_nothing_is_written()
    {
        string[] files = _folder.Files;

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(
            """
            shop.openapi.json: 4 changes, 3 of which may break code
            shop.openapi.json: the project was not built, so what its code uses is not known and all counts: dotnet build
            shop.openapi.lock:2   breaks   DELETE /api/items is gone
            shop.openapi.json:22  changes  'limit' of GET /api/items left out means 50 now, was 20
            """,
            string.Join('\n', result.Out.Split('\n').Take(4)));
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Equal(files, _folder.Files);
        Assert.Equal((Shop.Before, Shop.Lock), (_folder.Read("shop.openapi.json"), _folder.Read("shop.openapi.lock")));
    }

    [Fact]
    public async Task The_same_is_exit_code_0()
    {
        _app.With("/api/openapi.json", Shop.Before);

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal((0, "shop.openapi.json: no change for code that calls it\n", ""), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task Without_a_lock_the_document_is_what_was_known()
    {
        File.Delete(Path.Combine(_folder.Directory, "shop.openapi.lock"));

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("shop.openapi.json: 4 changes, 3 of which may break code\nshop.openapi.json: the project was not built", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_cannot_be_asked_is_exit_code_3()
    {
        _app.With("/api/openapi.json", "<html></html>", "text/html");

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: shop.openapi.json: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_each_document()
    {
        ToolResult result = await _folder.RunAsync("check", "--no-sign-in", "--json");

        JsonNode document = JsonNode.Parse(result.Out)!["documents"]![0]!;
        Assert.Equal(
            ["operation.removed", "parameter.default", "property.optional", "operation.added"],
            document["changes"]!.AsArray().Select(change => (string)change!["kind"]!));
    }

    [Fact]
    public async Task Refresh_says_what_it_changes_and_leaves_the_lock()
    {
        ToolResult result = await _folder.RunAsync("refresh", "--no-sign-in");

        Assert.Equal(
            $"""
            shop.openapi.json: changed, 2 operations of {_app.Url}
            shop.openapi.json: 4 changes, 3 of which may break code since it was accepted; once your code is right: databricks-apps accept
            """,
            string.Join('\n', result.Out.Split('\n').Take(2)));
        Assert.Equal((0, Shop.Lock), (result.ExitCode, _folder.Read("shop.openapi.lock")));
    }
}
