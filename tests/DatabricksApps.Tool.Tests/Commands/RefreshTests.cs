using System.Diagnostics;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Documents;
using LocalWorkspace;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>refresh</c>: every document of a project that says where it comes from.</summary>
public sealed class RefreshTests : IAsyncLifetime
{
    private const string Grown =
        """{"openapi":"3.1.0","info":{"title":"Shop","version":"2"},"paths":{"/api/items":{"get":{"responses":{}},"post":{"responses":{}},"put":{"responses":{}}}}}""";

    private readonly ToolFolder _folder = new();
    private StandIn _app = null!;

    public async ValueTask InitializeAsync() => _app = (await StandIn.StartAsync()).With("/api/openapi.json", StandIn.Document);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_is_fetched_and_a_failure_of_one_stops_no_other()
    {
        _app.With("/b/openapi.json", "<html></html>").With("/c/openapi.json", Grown);
        _folder.WithProject($"""
              <ItemGroup>
                <DatabricksApp Update="a.openapi.json" Url="{_app.Url}" />
                <DatabricksApp Include="b.json" Url="{_app.Url}/b/openapi.json" />
                <DatabricksApp Update="c.openapi.json" Url="{_app.Url}/c" />
                <DatabricksApp Update="d.openapi.json" ClientName="Local" />
              </ItemGroup>
            """);
        string written = IndentedJson.Of(System.Text.Encoding.UTF8.GetBytes(StandIn.Document));
        foreach (string name in new[] { "a.openapi.json", "b.json", "c.openapi.json", "d.openapi.json" })
        {
            _folder.With(name, written);
        }

        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(_folder.Directory, "a.openapi.json"));
        ToolResult result = await _folder.RunAsync("refresh", "--no-sign-in");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            [$"a.openapi.json: unchanged, 2 operations of {_app.Url}", $"c.openapi.json: changed, 3 operations of {_app.Url}/c"],
            result.Out.Split('\n').Where(line => line.Contains(" operations of ", StringComparison.Ordinal)).Order());
        Assert.StartsWith($"error: b.json: {_app.Url}/b/openapi.json answers pages for people", result.Error);
        Assert.Equal(written, _folder.Read("b.json"));
        Assert.Equal(written, _folder.Read("d.openapi.json"));
        Assert.Equal(IndentedJson.Of(System.Text.Encoding.UTF8.GetBytes(Grown)), _folder.Read("c.openapi.json"));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(_folder.Directory, "a.openapi.json")));
    }

    [Fact]
    public async Task A_document_less_than_half_as_long_is_refused_without_a_terminal()
    {
        _app.With("/api/openapi.json", """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{}}""");
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="a.openapi.json" Url="{_app.Url}" /></ItemGroup>""").With("a.openapi.json", StandIn.Document);

        ToolResult refused = await _folder.RunAsync("refresh", "--no-sign-in", "--json");
        string kept = _folder.Read("a.openapi.json");
        ToolResult forced = await _folder.RunAsync("refresh", "--no-sign-in", "--force");

        JsonNode json = JsonNode.Parse(refused.Out)!;
        Assert.Equal(3, (int)json["exitCode"]!);
        Assert.StartsWith("a.openapi.json: The app's document is less than half of what a.openapi.json is", (string?)json["documents"]![0]!["error"]!["what"]);
        Assert.Equal(StandIn.Document, kept);
        Assert.StartsWith($"a.openapi.json: changed, 0 operations of {_app.Url}\na.openapi.json: 2 changes, each of which may break code\n", forced.Out);
    }

    [Fact]
    public async Task An_App_is_asked_for_by_its_name_with_the_items_scopes()
    {
        await using Workspace workspace = await Workspace.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        WorkspaceApp door = await workspace.AddAppAsync("shop-app", _app.Address, cancellationToken: TestContext.Current.CancellationToken);
        _app.With("/api/v2/openapi.json", Grown);
        ServicePrincipal principal = workspace.AddServicePrincipal("tool", "sql", "all-apis");
        door.GrantCanUse(principal.ClientId);
        _folder.SignedInAs(workspace, principal).WithProject("""<ItemGroup><DatabricksApp Update="a.openapi.json" App="shop-app" Url="/api/v2" Scopes="sql;all-apis" /></ItemGroup>""")
            .With("a.openapi.json", "");

        ToolResult result = await _folder.RunAsync("refresh");

        Assert.Equal((0, "", "a.openapi.json: changed, 3 operations of shop-app/api/v2\n"), (result.ExitCode, result.Error, result.Out));
        Assert.Contains(workspace.Tokens.Issued, token => token.Scopes.Order().SequenceEqual(["all-apis", "sql"]));
    }

    [Fact]
    public async Task The_apps_scopes_stand_in_the_head_of_the_lock_until_the_workspace_says_others()
    {
        await using Workspace workspace = await Workspace.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        WorkspaceApp door = await workspace.AddAppAsync("shop-app", _app.Address, cancellationToken: TestContext.Current.CancellationToken);
        door.UserApiScopes = ["sql", "files.files"];
        _app.With("/api/openapi.json", Grown);
        ServicePrincipal principal = workspace.AddServicePrincipal("tool", "all-apis");
        door.GrantCanUse(principal.ClientId);
        _folder.SignedInAs(workspace, principal).WithProject();

        ToolResult added = await _folder.RunAsync("add", "shop-app", "a.openapi.json");
        string first = _folder.Read("a.openapi.lock");
        ToolResult same = await _folder.RunAsync("refresh");
        door.UserApiScopes = [];
        ToolResult check = await _folder.RunAsync("check");
        string checkedLock = _folder.Read("a.openapi.lock");
        ToolResult refreshed = await _folder.RunAsync("refresh");
        string second = _folder.Read("a.openapi.lock");
        ToolResult accepted = await _folder.RunAsync("accept");

        Assert.Equal((0, 0, 0, 0, 0), (added.ExitCode, same.ExitCode, check.ExitCode, refreshed.ExitCode, accepted.ExitCode));
        Assert.Equal("# The app asks its users for the scopes (user_api_scopes): files.files sql", first.Split('\n')[1]);
        Assert.Equal("a.openapi.json: unchanged, 3 operations of shop-app\n", same.Out);
        Assert.Equal("a.openapi.lock: the app asks its users for other scopes now: none, was files.files sql\na.openapi.json: no change for code that calls it\n", check.Out);
        Assert.Equal(first, checkedLock);
        Assert.Equal("a.openapi.json: unchanged, 3 operations of shop-app\na.openapi.lock: the app asks its users for other scopes now: none, was files.files sql\n", refreshed.Out);
        Assert.Equal(first.Replace("files.files sql", "none"), second);
        Assert.Equal("a.openapi.lock: unchanged\n", accepted.Out);
    }

    [Theory]
    [InlineData("""App="shop" Url="https://shop" """, "error: a.openapi.json: App=\"shop\" and Url=\"https://shop\" do not say together where the document is")]
    [InlineData("""Url="ftp://shop" """, "error: a.openapi.json: 'ftp://shop' is no http or https address")]
    [InlineData("""Url="https://me:secret@shop" """, "error: a.openapi.json: The address has a user name or a password in it")]
    public async Task Metadata_that_say_no_place_are_told(string metadata, string error)
    {
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="a.openapi.json" {metadata}/></ItemGroup>""").With("a.openapi.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("refresh", "--no-sign-in");

        Assert.Equal((3, error), (result.ExitCode, result.Error.Split('\n')[0]));
        Assert.DoesNotContain("secret", result.Error);
    }

    [Fact]
    public async Task A_project_without_sources_is_told_what_gives_one()
    {
        _folder.WithProject().With("a.openapi.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("refresh");

        Assert.Equal(
            "error: No document of Shop.csproj says where it comes from\nlikely cause: no DatabricksApp item has a Url or an App.\nnext step: databricks-apps add https://… fetches a document, and says it.\n",
            result.Error);
    }

    [Fact]
    public async Task The_target_of_the_package_runs_it()
    {
        _app.With("/api/openapi.json", Grown);
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="a.openapi.json" Url="{_app.Url}" /></ItemGroup>""").With("a.openapi.json", StandIn.Document);

        string output = await BuildAsync("-t:DatabricksAppsRefresh", $"-p:DatabricksAppsTool=dotnet \"{Path.Combine(AppContext.BaseDirectory, "DatabricksApps.Tool.dll")}\"", "-p:DatabricksAppsRefreshArguments=--no-sign-in");

        Assert.Contains($"a.openapi.json: changed, 3 operations of {_app.Url}", output);
        Assert.Equal(IndentedJson.Of(System.Text.Encoding.UTF8.GetBytes(Grown)), _folder.Read("a.openapi.json"));
    }

    [Fact]
    public async Task What_runs_before_the_compiler_asks_no_app()
    {
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="a.openapi.json" Url="{_app.Url}" App="shop" /></ItemGroup>""").With("a.openapi.json", StandIn.Document);

        string output = await BuildAsync("-t:DatabricksAppsGenCheck", "-t:GenerateMSBuildEditorConfigFile");

        Assert.DoesNotContain("warning", output);
        Assert.Empty(_app.Asked);
        string config = File.ReadAllText(Directory.GetFiles(_folder.Directory, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single());
        Assert.DoesNotContain(_app.Url, config);
    }

    private async Task<string> BuildAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["msbuild", "-v:m", .. arguments]) { WorkingDirectory = _folder.Directory, RedirectStandardOutput = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
