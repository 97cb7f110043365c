using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>Which operations of a document the filters of its item take.</summary>
public sealed class ShowTests : IDisposable
{
    private const string Gradio = """{"config":{"root":""},"info":{"named_endpoints":{"/greet":{"parameters":[],"returns":[]},"/predict_all":{"parameters":[],"returns":[]}}}}""";

    private const string Both = """
        shop.openapi.json: 2 of 2 operations taken
        + GET     /api/items  Items.ListItemsAsync    items
        + DELETE  /api/items  Items.DeleteItemsAsync  items

        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "+ +")]
    [InlineData("IncludeOperations=\"list_*\"", "+ -")]
    [InlineData("IncludeTags=\"ITEMS\"", "+ +")]
    [InlineData("IncludePaths=\"/v9/api/*\" BasePath=\"/v9\"", "+ +")]
    [InlineData("ExcludePaths=\"/api/*\"", "- -")]
    public async Task The_metadata_of_the_item_says_what_is_taken(string metadata, string marks)
    {
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="shop.openapi.json" {metadata} /></ItemGroup>""").With("shop.openapi.json", Shop.Before);

        ToolResult result = await _folder.RunAsync("show");

        Assert.Equal(marks, string.Join(' ', result.Out.Split('\n').Skip(1).Take(2).Select(line => line[..1])));
        Assert.Equal((marks == "- -" ? 1 : 0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Options_of_the_command_line_stand_in_the_place_of_the_items()
    {
        _folder.WithProject("""<ItemGroup><DatabricksApp Update="shop.openapi.json" IncludeOperations="list_*" /></ItemGroup>""").With("shop.openapi.json", Shop.Before);

        ToolResult other = await _folder.RunAsync("show", "shop.openapi.json", "--include-operations", "delete_items;x_*", "--include-operations", "y");
        ToolResult none = await _folder.RunAsync("show", "shop.openapi.json", "--include-operations", "");
        ToolResult excluded = await _folder.RunAsync("show", "shop.openapi.json", "--include-operations", "", "--exclude-paths", "/api/*", "--include-paths", "/**", "--include-tags", "items");

        Assert.Equal(
            (1, """
            shop.openapi.json: 1 of 2 operations taken
            - GET     /api/items  Items.ListItemsAsync    items
            + DELETE  /api/items  Items.DeleteItemsAsync  items
            warning: shop.openapi.json: IncludeOperations 'x_*' is the name of no operation; the names are 'list_items', 'delete_items'
            warning: shop.openapi.json: IncludeOperations 'y' is the name of no operation; the names are 'list_items', 'delete_items'

            """, ""),
            (other.ExitCode, other.Out, other.Error));
        Assert.Equal((0, Both, ""), (none.ExitCode, none.Out, none.Error));
        Assert.Equal(1, excluded.ExitCode);
        Assert.EndsWith(
            "warning: shop.openapi.json: IncludeOperations, IncludeTags, IncludePaths and ExcludePaths together leave nothing, so that the client has no method\n",
            excluded.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_needs_no_project()
    {
        ToolResult result = await _folder.With("shop.openapi.json", Shop.Before).RunAsync("show", "shop.openapi.json");

        Assert.Equal((0, Both, ""), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task What_is_taken_is_called_as_in_the_project_and_all_else_as_without_filters()
    {
        string document = Shop.Before.Replace("\"delete_items\"", "\"list_items\"", StringComparison.Ordinal);
        _folder.With("shop.openapi.json", document);

        ToolResult all = await _folder.RunAsync("show", "shop.openapi.json");
        ToolResult one = await _folder.RunAsync("show", "shop.openapi.json", "--exclude-paths", "/api/items");

        Assert.Equal(
            """
            shop.openapi.json: 2 of 2 operations taken
            + GET     /api/items  Items.ListItemsGetAsync     items
            + DELETE  /api/items  Items.ListItemsDeleteAsync  items

            """, all.Out);
        Assert.Equal(
            """
            - GET     /api/items  Items.ListItemsGetAsync     items
            - DELETE  /api/items  Items.ListItemsDeleteAsync  items
            """, string.Join('\n', one.Out.Split('\n')[1..3]));

        // Alone it has the name for itself.
        _folder.With("shop.openapi.json", document.Replace("\"delete\": {\n        \"operationId\": \"list_items\",\n        \"tags\": [\"items\"]", "\"delete\": {\n        \"operationId\": \"list_items\",\n        \"tags\": [\"items\", \"old\"]", StringComparison.Ordinal));
        ToolResult old = await _folder.RunAsync("show", "shop.openapi.json", "--include-tags", "old");
        Assert.Equal(
            """
            shop.openapi.json: 1 of 2 operations taken
            - GET     /api/items  Items.ListItemsGetAsync  items
            + DELETE  /api/items  Items.ListItemsAsync     items, old

            """, old.Out);
    }

    [Fact]
    public async Task A_name_that_was_accepted_is_shown()
    {
        _folder.With("shop.openapi.json", Shop.Before)
            .With("shop.openapi.lock", Shop.Lock.Replace("Items.ListItemsAsync", "Items.AllItemsAsync", StringComparison.Ordinal));

        Assert.Contains("\n+ GET     /api/items  Items.AllItemsAsync     items\n", (await _folder.RunAsync("show", "shop.openapi.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_of_a_Gradio_app_are_taken_by_their_names()
    {
        ToolResult result = await _folder.With("demo.gradio.json", Gradio).RunAsync("show", "demo.gradio.json", "--include-operations", "greet");

        Assert.Equal(
            (0, """
            demo.gradio.json: 1 of 2 operations taken
            + /greet        GreetAsync
            - /predict_all  PredictAllAsync

            """, ""),
            (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task All_documents_of_a_project_are_shown_as_one_JSON_object()
    {
        _folder.WithProject("""<ItemGroup><DatabricksApp Update="shop.openapi.json" IncludeOperations="delete_*;x" /></ItemGroup>""")
            .With("demo.gradio.json", Gradio).With("shop.openapi.json", Shop.Before).With("bad.openapi.json", "[]");

        ToolResult result = await _folder.RunAsync("show", "--json");

        JsonNode json = JsonNode.Parse(result.Out)!;
        Assert.Equal((3, 3), (result.ExitCode, (int)json["exitCode"]!));
        Dictionary<string, JsonNode> documents = json["documents"]!.AsArray().ToDictionary(document => Path.GetFileName((string)document!["file"]!), document => document!);
        Assert.Equal(["bad.openapi.json", "demo.gradio.json", "shop.openapi.json"], documents.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("bad.openapi.json gives no client: ", (string?)documents["bad.openapi.json"]["error"]!["what"], StringComparison.Ordinal);
        Assert.Equal(
            """[{"method":null,"path":"/greet","names":["GreetAsync"],"tags":[],"taken":true},{"method":null,"path":"/predict_all","names":["PredictAllAsync"],"tags":[],"taken":true}]""",
            documents["demo.gradio.json"]["operations"]!.ToJsonString());
        Assert.Equal(
            """[{"method":"GET","path":"/api/items","names":["Items.ListItemsAsync"],"tags":["items"],"taken":false},{"method":"DELETE","path":"/api/items","names":["Items.DeleteItemsAsync"],"tags":["items"],"taken":true}]""",
            documents["shop.openapi.json"]["operations"]!.ToJsonString());
        Assert.Equal(
            ["IncludeOperations 'x' is the name of no operation; the names are 'list_items', 'delete_items'"],
            documents["shop.openapi.json"]["unmatched"]!.AsArray().Select(text => (string?)text));
    }

    [Theory]
    [InlineData("none.openapi.json does not exist", "show", "none.openapi.json")]
    [InlineData("No C# project is here", "show")]
    [InlineData("There is no option '--include-operation'.", "show", "--include-operation")]
    public async Task What_cannot_be_shown_is_told(string what, params string[] arguments)
    {
        ToolResult result = await _folder.RunAsync(arguments);

        Assert.Equal((3, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error: " + what + "\n", result.Error, StringComparison.Ordinal);
    }
}
