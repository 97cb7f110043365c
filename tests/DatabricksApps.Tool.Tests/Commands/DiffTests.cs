using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>diff</c>: what differs between two documents for code that calls the app.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().With("before.json", Shop.Before).With("shop.openapi.json", Shop.After).With("shop.openapi.lock", Shop.Lock);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_gravest_comes_first_with_its_line_from_what_to_what()
    {
        ToolResult result = await _folder.RunAsync("diff", "before.json", "shop.openapi.json");

        Assert.Equal(
            """
            shop.openapi.json: 4 changes, 3 of which may break code
            before.json:17        breaks   DELETE /api/items is gone
            shop.openapi.json:11  changes  'limit' of GET /api/items left out means 50 now, was 20
            shop.openapi.json:31  changes  'quantity' of Item became optional, was required
            shop.openapi.json:17  fine     POST /api/items is new

            """,
            result.Out);
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_lock_is_compared_with_its_document()
    {
        ToolResult result = await _folder.RunAsync("diff", "shop.openapi.lock", "shop.openapi.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("shop.openapi.lock:2   breaks   DELETE /api/items is gone\n", result.Out);
    }

    [Fact]
    public async Task Documents_that_say_the_same_have_no_difference()
    {
        _folder.With("again.json", Shop.Before.Replace("\n", "", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("diff", "before.json", "again.json");

        Assert.Equal((0, "again.json: no change for code that calls it\n", ""), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task What_breaks_nothing_is_another_exit_code()
    {
        _folder.With("more.json", Shop.Before.Replace("\"properties\": {", "\"properties\": {\n          \"note\": { \"type\": \"string\" },", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("diff", "before.json", "more.json");

        Assert.Equal(
            (1, "more.json: 1 change, none of which breaks code\nmore.json:30  fine     'note' of Item is new\n"), (result.ExitCode, result.Out));
    }

    [Fact]
    public async Task A_file_is_called_otherwise_and_its_types_are_not()
    {
        string Renamed(string json) => json.Replace("Item\"", "BeforeClient\"", StringComparison.Ordinal);
        _folder.With("before.json", Renamed(Shop.Before)).With("after.json", Renamed(Shop.Before));

        ToolResult result = await _folder.RunAsync("diff", "before.json", "after.json");

        Assert.Equal((0, "after.json: no change for code that calls it\n"), (result.ExitCode, result.Out));
    }

    [Fact]
    public async Task Markdown_is_for_a_pull_request()
    {
        ToolResult result = await _folder.RunAsync("diff", "before.json", "shop.openapi.json", "--markdown");

        Assert.Equal(
            """
            ### shop.openapi.json: 4 changes, 3 of which may break code

            **Code that uses it does not compile**

            - DELETE /api/items is gone (`before.json:17`)

            **Code compiles, and means something else or is refused**

            - 'limit' of GET /api/items left out means 50 now, was 20 (`shop.openapi.json:11`)
            - 'quantity' of Item became optional, was required (`shop.openapi.json:31`)

            **Breaks nothing**

            - POST /api/items is new (`shop.openapi.json:17`)

            """,
            result.Out);
    }

    [Fact]
    public async Task Words_of_a_document_become_no_markup()
    {
        _folder.With("evil.json", Shop.Before.Replace("\"q\"", "\"[x](https://evil)<b>@all\"", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("diff", "before.json", "evil.json", "--markdown");

        Assert.Contains("""'q' of GET /api/items is '\[x\](https://evil)\<b\>\@all' now""", result.Out);
    }

    [Fact]
    public async Task Sarif_is_for_a_code_scanner()
    {
        ToolResult result = await _folder.RunAsync("diff", "before.json", "shop.openapi.json", "--sarif");

        JsonNode run = JsonNode.Parse(result.Out)!["runs"]![0]!;
        Assert.Equal(
            ["operation.added", "operation.removed", "parameter.default", "property.optional"],
            run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!));
        Assert.Equal(
            ["error operation.removed before.json:17", "warning parameter.default shop.openapi.json:11", "warning property.optional shop.openapi.json:31", "note operation.added shop.openapi.json:17"],
            run["results"]!.AsArray().Select(one =>
                $"{one!["level"]} {one["ruleId"]} {one["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]}:{one["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]}"));
    }

    [Fact]
    public async Task Json_is_for_programs()
    {
        ToolResult result = await _folder.RunAsync("diff", "before.json", "shop.openapi.json", "--json");

        JsonNode first = JsonNode.Parse(result.Out)!["changes"]![0]!;
        Assert.Equal(
            """{"kind":"operation.removed","effect":"breaks","what":"DELETE /api/items","text":"DELETE /api/items is gone","file":"before.json","line":17,"pointer":null}""",
            first.ToJsonString());
    }

    [Theory]
    [InlineData("none.json", "error: none.json does not exist")]
    [InlineData("page.json", "error: page.json gives no client: ")]
    public async Task What_is_no_document_is_told(string file, string error)
    {
        _folder.With("page.json", "<html></html>");

        ToolResult result = await _folder.RunAsync("diff", "before.json", file);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
        Assert.Contains("next step: ", result.Error);
    }

    [Fact]
    public async Task Only_one_form_is_written()
    {
        ToolResult result = await _folder.RunAsync("diff", "before.json", "shop.openapi.json", "--markdown", "--json");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: Only one of --markdown, --sarif and --json can be written.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_in_SARIF_is_a_URI()
    {
        _folder.With("dö cs/after it.json", Shop.After);

        ToolResult result = await _folder.RunAsync("diff", "before.json", "dö cs/after it.json", "--sarif");

        Assert.Equal(
            ["before.json", "d%C3%B6%20cs/after%20it.json"],
            JsonNode.Parse(result.Out)!["runs"]![0]!["results"]!.AsArray().Select(one => (string)one!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!).Distinct());
    }
}
