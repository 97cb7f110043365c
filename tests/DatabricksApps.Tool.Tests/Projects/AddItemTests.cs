using System.Text;

namespace DatabricksApps.Tool.Tests.Projects;

/// <summary><c>add</c> in a project, which says from then on where its document comes from.</summary>
public sealed class AddItemTests : IAsyncLifetime
{
    private readonly ToolFolder _folder = new();
    private StandIn _app = null!;

    public async ValueTask InitializeAsync() => _app = (await StandIn.StartAsync()).With("/api/openapi.json", StandIn.Document);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_document_that_the_glob_finds_is_updated_and_a_second_time_nothing_is_changed()
    {
        _folder.WithProject();

        ToolResult result = await _folder.RunAsync("add", _app.Url, "--no-sign-in");
        string project = _folder.Read("Shop.csproj");
        ToolResult again = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        string item = $"""<DatabricksApp Update="shop.openapi.json" Url="{_app.Url}" />""";
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal($"shop.openapi.json: 2 operations of {_app.Url}, from /api/openapi.json\nShop.csproj: {item}\nshop.openapi.lock: what its client promises, 4 facts; check it in\n", result.Out);
        Assert.Equal(
            ToolFolder.Project().Replace("\n</Project>", $"\n  <ItemGroup>\n    {item}\n  </ItemGroup>\n</Project>", StringComparison.Ordinal),
            project);
        Assert.Equal($"shop.openapi.json: unchanged, 2 operations of {_app.Url}, from /api/openapi.json\n", again.Out);
        Assert.Equal(project, _folder.Read("Shop.csproj"));
    }

    [Theory]
    [InlineData("shared/api.json", """<DatabricksApp Include="shared/api.json" Url="URL" />""")]
    [InlineData("obj/a.openapi.json", """<DatabricksApp Include="obj/a.openapi.json" Url="URL" />""")]
    public async Task A_document_that_the_glob_does_not_find_is_included(string file, string item)
    {
        _folder.WithProject();

        ToolResult result = await _folder.RunAsync("add", _app.Url, file, "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(item.Replace("URL", _app.Url, StringComparison.Ordinal), _folder.Read("Shop.csproj"));
    }

    [Fact]
    public async Task An_item_of_Directory_Build_props_is_updated_by_the_project()
    {
        _folder.With("Directory.Build.props", """<Project><ItemGroup><DatabricksApp Include="$(MSBuildThisFileDirectory)api.json" ClientName="Shop" /></ItemGroup></Project>""");
        _folder.WithProject().With("api.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("add", _app.Url, "api.json", "--no-sign-in");
        ToolResult refresh = await _folder.RunAsync("refresh", "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"""<DatabricksApp Update="api.json" Url="{_app.Url}" />""", _folder.Read("Shop.csproj"));
        Assert.Equal($"api.json: unchanged, 2 operations of {_app.Url}\n", refresh.Out);
    }

    [Fact]
    public async Task A_project_of_several_frameworks_has_the_items_of_one()
    {
        _folder.With("Shop.csproj", ToolFolder.Project().Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("<DatabricksApp Update=", _folder.Read("Shop.csproj"));
    }

    [Fact]
    public async Task Of_several_projects_one_is_named_or_chosen()
    {
        _folder.WithProject(name: "A.csproj").WithProject(name: "B.csproj");

        ToolResult refused = await _folder.RunAsync("add", _app.Url, "--no-sign-in");
        ToolResult named = await _folder.RunAsync("add", _app.Url, "--no-sign-in", "--project", "B.csproj");
        Answers answers = new(confirms: false, choice: "A.csproj");
        _folder.Questions = answers;
        ToolResult chosen = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        Assert.Equal((3, "error: Several projects are here: A.csproj, B.csproj\nnext step: say which: --project A.csproj\n"), (refused.ExitCode, refused.Error));
        Assert.Equal(0, named.ExitCode);
        Assert.Contains("<DatabricksApp", _folder.Read("B.csproj"));
        Assert.Equal(0, chosen.ExitCode);
        Assert.Equal(["Which project? A.csproj, B.csproj"], answers.Asked);
        Assert.Contains("<DatabricksApp", _folder.Read("A.csproj"));
    }

    [Theory]
    [InlineData("none", "error: none does not exist\nnext step: name a .csproj file, or its folder.\n")]
    [InlineData("sub", "error: sub has no C# project\nnext step: name a .csproj file, or its folder.\n")]
    [InlineData("sub/a.fsproj", "error: sub/a.fsproj is no C# project\nnext step: name a .csproj file, or its folder.\n")]
    public async Task What_is_named_and_is_no_project_is_told_before_anything_is_fetched(string project, string error)
    {
        _folder.With("sub/a.fsproj", "<Project />");

        ToolResult add = await _folder.RunAsync("add", _app.Url, "--no-sign-in", "--project", project);
        ToolResult refresh = await _folder.RunAsync("refresh", "--project", project);

        Assert.Equal((3, error), (add.ExitCode, add.Error));
        Assert.Equal((3, error), (refresh.ExitCode, refresh.Error));
        Assert.Empty(_app.Asked);
    }

    [Fact]
    public async Task A_project_that_does_not_see_it_is_left_as_it_was()
    {
        _folder.WithProject("""
              <Target Name="T" />
            """).With("late.props", """<Project><ItemGroup><DatabricksApp Update="shop.openapi.json" Url="https://elsewhere" /></ItemGroup></Project>""");
        string project = _folder.Read("Shop.csproj").Replace("  <Import Project=\"Sdk.targets\"", "  <Import Project=\"late.props\" />\n  <Import Project=\"Sdk.targets\"", StringComparison.Ordinal)
            .Replace("</PropertyGroup>", "</PropertyGroup>\n  <ItemGroup><DatabricksApp Update=\"shop.openapi.json\" /></ItemGroup>", StringComparison.Ordinal);
        _folder.With("Shop.csproj", project);

        ToolResult result = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        Assert.Equal(
            $"""
            error: Shop.csproj is left as it was: MSBuild does not see the source of shop.openapi.json that was written there
            likely cause: a later line of the project, a condition or an imported file says something else.
            next step: add it yourself, within an ItemGroup of the project: <DatabricksApp Update="shop.openapi.json" Url="{_app.Url}" />

            """, result.Error);
        Assert.Equal(project, _folder.Read("Shop.csproj"));
        Assert.Equal(["Shop.csproj", "late.props", "shop.openapi.json"], _folder.Files);
    }

    [Fact]
    public async Task The_byte_order_mark_stays()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        string path = Path.Combine(_folder.Directory, "Shop.csproj");
        await File.WriteAllBytesAsync(path, [.. mark, .. Encoding.UTF8.GetBytes(ToolFolder.Project().Replace("\n", "\r\n", StringComparison.Ordinal))], TestContext.Current.CancellationToken);

        await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        byte[] after = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(mark, after[..3]);
        string text = Encoding.UTF8.GetString(after, 3, after.Length - 3);
        Assert.Contains("<DatabricksApp Update=", text);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_without_the_package_is_told_what_it_lacks()
    {
        _folder.With("Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        ToolResult result = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("warning: Shop.csproj does not reference DatabricksApps.Gen, which generates the client\nnext step: dotnet add package DatabricksApps.Gen\n", result.Out);
        Assert.Contains("<DatabricksApp Update=", _folder.Read("Shop.csproj"));
    }

    [Fact]
    public async Task A_project_that_MSBuild_cannot_read_is_left_and_the_document_is_there()
    {
        _folder.With("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><Oops>");

        ToolResult result = await _folder.RunAsync("add", _app.Url, "--no-sign-in");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: MSBuild cannot read Shop.csproj: ", result.Error);
        Assert.Equal(["Shop.csproj", "shop.openapi.json"], _folder.Files);
    }
}
