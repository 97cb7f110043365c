using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>check</c> and <c>refresh</c> in a project that was built: what its code uses decides what breaks it.</summary>
public sealed class UsageTests : IAsyncLifetime
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
    public async Task What_the_code_uses_comes_first_with_a_mark()
    {
        Built(calls: "Items.ListItemsAsync", reads: "Item.Id");

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(
            """
            shop.openapi.json: 4 changes, 3 of which may break code; this project uses 1 of them
            * shop.openapi.json:22  changes  'limit' of GET /api/items left out means 50 now, was 20
              shop.openapi.lock:2   breaks   DELETE /api/items is gone
              shop.openapi.json:71  changes  'quantity' of Item became optional, was required
              shop.openapi.json:47  fine     POST /api/items is new

            """,
            result.Out);
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task What_breaks_only_others_is_exit_code_1()
    {
        Built(reads: "Item.Id");

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("shop.openapi.json: 4 changes, 3 of which may break code; this project uses nothing of that\n  shop.openapi.lock:2 ", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calls", "Items.DeleteItemsAsync", "operation.removed")]
    [InlineData("calls", "Items.ListItemsAsync", "parameter.default")]
    [InlineData("reads", "Item.Quantity", "property.optional")]
    [InlineData("sets", "Item.Quantity", "")]
    [InlineData("sets", "Item", "")]
    [InlineData("whole", "Item", "property.optional")]
    [InlineData("calls", "Items.AddItemAsync", "operation.added")]
    [InlineData("calls", "ListItemsAsync", "")]
    [InlineData("reads", "Quantity", "")]
    public async Task A_change_is_used_if_the_code_names_what_it_is_about(string kind, string name, string touched)
    {
        Built(kind == "calls" ? name : "", kind == "reads" ? name : "", kind == "sets" ? name : "", kind == "whole" ? name : "");

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in", "--json");

        Assert.Equal(
            touched,
            string.Join(' ', JsonNode.Parse(result.Out)!["documents"]![0]!["changes"]!.AsArray().Where(change => (bool)change!["used"]!).Select(change => (string)change!["kind"]!)));
    }

    [Fact]
    public async Task A_library_shows_its_client_to_others_so_all_counts()
    {
        Built(isOpen: true);

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "shop.openapi.json: Shop is a library: what the programs that reference it use is not known, so all counts",
            result.Out.Split('\n')[1]);
    }

    [Fact]
    public async Task The_newest_file_of_the_same_document_counts()
    {
        Built(calls: "Items.DeleteItemsAsync", path: "obj/Debug/net8.0/shop.usage.json");
        Built(calls: "", path: "obj/Release/net10.0/win-x64/shop.usage.json");
        Built(calls: "Items.DeleteItemsAsync", path: "obj/Release/net10.0/other.usage.json", document: "other.openapi.json");
        _folder.With("obj/Release/net10.0/foreign.usage.json", "<");
        Age("obj/Debug/net8.0/shop.usage.json", 2);
        Age("obj/Release/net10.0/win-x64/shop.usage.json", 1);

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Refresh_marks_what_the_code_uses()
    {
        Built(calls: "Items.ListItemsAsync");

        ToolResult result = await _folder.RunAsync("refresh", "--no-sign-in");

        Assert.Equal(
            [
                "shop.openapi.json: 4 changes, 3 of which may break code since it was accepted; this project uses 1 of them; once your code is right: databricks-apps accept",
                "* shop.openapi.json:22  changes  'limit' of GET /api/items left out means 50 now, was 20",
            ],
            result.Out.Split('\n').Skip(1).Take(2));
    }

    [Fact]
    public async Task Markdown_says_what_is_used_or_that_it_is_not_known()
    {
        ToolResult unknown = await _folder.RunAsync("check", "--no-sign-in", "--markdown");
        Built(calls: "Items.ListItemsAsync");

        ToolResult known = await _folder.RunAsync("check", "--no-sign-in", "--markdown");

        Assert.Contains("\nthe project was not built, so what its code uses is not known and all counts: dotnet build\n", unknown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("used here", unknown.Out, StringComparison.Ordinal);
        Assert.Contains("- 'limit' of GET /api/items left out means 50 now, was 20 (`shop.openapi.json:22`) **used here**\n", known.Out, StringComparison.Ordinal);
        Assert.Contains("- DELETE /api/items is gone (`shop.openapi.lock:2`)\n", known.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net8.0;net10.0", 2, "; this project uses 1 of them")]
    [InlineData("net10.0", 1, "; this project uses nothing of that")]
    [InlineData("net8.0;net9.0;net10.0", 2, "\nshop.openapi.json: the project was not built for net9.0, so what its code uses is not known and all counts: dotnet build")]
    public async Task What_the_code_of_each_framework_uses_counts(string frameworks, int exitCode, string told)
    {
        _folder.With("Shop.csproj", _folder.Read("Shop.csproj").Replace(
            "<TargetFramework>net10.0</TargetFramework>", $"<TargetFrameworks>{frameworks}</TargetFrameworks>", StringComparison.Ordinal));
        Built(calls: "Items.DeleteItemsAsync", path: "obj/Debug/net8.0/shop.usage.json");
        Built(path: "obj/Debug/net10.0/shop.usage.json");
        Age("obj/Debug/net8.0/shop.usage.json", 1);

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith("shop.openapi.json: 4 changes, 3 of which may break code" + told + "\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_was_edited_since_it_was_built_is_not_known()
    {
        _folder.With("Program.cs", "");
        Built();
        Age("obj/Debug/net10.0/shop.usage.json", 1);

        ToolResult result = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "shop.openapi.json: the project was edited since it was built, so what its code uses is not known and all counts: dotnet build",
            result.Out.Split('\n')[1]);
    }

    [Fact]
    public async Task A_call_is_used_by_each_of_its_methods()
    {
        const string Streams = "\"200\": { \"description\": \"ok\", \"content\": { \"text/event-stream\": { \"schema\": { \"$ref\": \"#/components/schemas/Item\" } }, ";
        string before = Shop.Before.Replace("\"200\": { \"description\": \"ok\", \"content\": { ", Streams, StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder.Directory, "shop.openapi.lock"));
        _folder.With("shop.openapi.json", before);
        await _folder.RunAsync("accept");
        Built(calls: "Items.ListItemsStreamAsync");
        _app.With("/api/openapi.json", before.Replace("\"default\": 20", "\"default\": 50", StringComparison.Ordinal));

        ToolResult moved = await _folder.RunAsync("check", "--no-sign-in");
        _app.With("/api/openapi.json", Shop.Before);
        ToolResult gone = await _folder.RunAsync("check", "--no-sign-in");

        Assert.Equal((2, 2), (moved.ExitCode, gone.ExitCode));
        Assert.Contains("* shop.openapi.json:", moved.Out, StringComparison.Ordinal);
        Assert.Contains("GET /api/items gives no stream any more", gone.Out, StringComparison.Ordinal);
    }

    private void Age(string path, int hours) => File.SetLastWriteTimeUtc(Path.Combine(_folder.Directory, path), DateTime.UnixEpoch.AddDays(20000).AddHours(-hours));

    private void Built(
        string calls = "", string reads = "", string sets = "", string whole = "", bool isOpen = false,
        string path = "obj/Debug/net10.0/shop.usage.json", string document = "shop.openapi.json") =>
        _folder.With(path, UsageText.Of(document, "Shop", calls, reads, sets, whole, isOpen));
}
