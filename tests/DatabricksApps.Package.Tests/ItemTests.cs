namespace DatabricksApps.Package.Tests;

/// <summary>Which documents a project has, and what the compiler is told of their metadata.</summary>
public sealed class ItemTests(PackageFeed feed)
{
    private const string Marker = "DatabricksAppDocument";

    [Fact]
    public async Task The_glob_finds_documents_by_their_names()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed).WithDocuments(
            "a.openapi.json", "sub/b.openapi.yaml", "sub/c.openapi.yml", "sub/d.gradio.json",
            "openapi.json", "d.json", "e.openapi.txt",
            "bin/Debug/f.openapi.json", "obj/g.openapi.json");

        Assert.Equal(["a.openapi.json", "sub/b.openapi.yaml", "sub/c.openapi.yml", "sub/d.gradio.json"], await project.GetIdentitiesAsync("DatabricksApp"));
        Assert.Equal(["a.openapi.json", "sub/b.openapi.yaml", "sub/c.openapi.yml", "sub/d.gradio.json"], await project.GetIdentitiesAsync("AdditionalFiles"));
    }

    [Theory]
    [InlineData("EnableDefaultDatabricksAppItems")]
    [InlineData("EnableDefaultItems")]
    public async Task The_glob_can_be_turned_off(string property)
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, $"""
            <PropertyGroup><{property}>false</{property}></PropertyGroup>
            <ItemGroup><DatabricksApp Include="b.openapi.json" /></ItemGroup>
            """).WithDocuments("a.openapi.json", "b.openapi.json");

        Assert.Equal(["b.openapi.json"], await project.GetIdentitiesAsync("AdditionalFiles"));
    }

    [Fact]
    public async Task Excluded_folders_are_not_searched()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, """
            <PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);old/**</DefaultItemExcludes></PropertyGroup>
            """).WithDocuments("a.openapi.json", "old/b.openapi.json");

        Assert.Equal(["a.openapi.json"], await project.GetIdentitiesAsync("AdditionalFiles"));
    }

    [Fact]
    public async Task Include_wins_over_the_glob_and_Update_and_Remove_change_it()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, """
            <ItemGroup>
              <DatabricksApp Include="included.openapi.json" ClientName="Included" />
              <DatabricksApp Update="updated.openapi.json" ClientName="Updated" />
              <DatabricksApp Remove="removed.openapi.json" />
              <DatabricksApp Include="openapi.json" ClientName="Plain" />
            </ItemGroup>
            """).WithDocuments("included.openapi.json", "updated.openapi.json", "removed.openapi.json", "openapi.json", "found.openapi.json");

        IEnumerable<string> files = (await project.GetItemsAsync("AdditionalFiles"))
            .Select(item => $"{item["Identity"]}: {item["DatabricksAppClientName"]}, {item[Marker]}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            ["found.openapi.json: , true", "included.openapi.json: Included, true", "openapi.json: Plain, true", "updated.openapi.json: Updated, true"],
            files);
    }

    [Fact]
    public async Task Other_additional_files_are_left_alone()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, """
            <ItemGroup><AdditionalFiles Include="other.json" /></ItemGroup>
            """).WithDocuments("other.json", "a.openapi.json");

        IReadOnlyDictionary<string, string> other = Assert.Single(
            await project.GetItemsAsync("AdditionalFiles"), item => item["Identity"] == "other.json");

        Assert.DoesNotContain(Marker, other.Keys);
    }

    [Fact]
    public async Task A_web_project_does_not_publish_its_documents()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, """
            <ItemGroup><DatabricksApp Include="openapi.json" /></ItemGroup>
            """, sdk: "Microsoft.NET.Sdk.Web").WithDocuments("a.openapi.json", "openapi.json", "appsettings.json");

        Assert.Equal(["appsettings.json"], await project.GetIdentitiesAsync("Content"));
        Assert.Equal(["a.openapi.json", "openapi.json"], await project.GetIdentitiesAsync("AdditionalFiles"));
    }

    [Fact]
    public async Task Every_metadata_reaches_the_compiler_on_one_line_and_without_its_comment_characters()
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, """
            <ItemGroup>
              <DatabricksApp Include="a.json" ClientName="Shop" Namespace="My.Shop" Accessibility="internal"
                           IncludeOperations="read_item;list_*" IncludeTags="a b;it's;c#d|{e}" BasePath="/base" MediaTypes="application/a+json;text/csv" Paging="cursor;list_items=none" Scopes="one;two;three" CheckRequests="true">
                <IncludePaths>
                  /api/**;
                  /items/{id}
                </IncludePaths>
                <ExcludePaths>/api/a;/api/b;/api/c</ExcludePaths>
              </DatabricksApp>
            </ItemGroup>
            """).WithDocuments("a.json");
        await project.GetItemsAsync("EditorConfigFiles", "-t:GenerateMSBuildEditorConfigFile");

        string config = Directory.GetFiles(project.Directory, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        Dictionary<string, string> metadata = File.ReadLines(config)
            .Where(line => line.StartsWith("build_metadata.AdditionalFiles.DatabricksApp", StringComparison.Ordinal))
            .Select(line => line["build_metadata.AdditionalFiles.DatabricksApp".Length..].Split(" = ", 2))
            .ToDictionary(pair => pair[0], pair => string.Join(' ', pair[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Document"] = "true",
                ["ClientName"] = "Shop",
                ["Namespace"] = "My.Shop",
                ["Accessibility"] = "internal",
                ["IncludeOperations"] = "read_item|list_*",
                ["IncludeTags"] = "a b|it's|c{hash}d{bar}{open}e}",
                ["IncludePaths"] = "/api/**| /items/{open}id}",
                ["ExcludePaths"] = "/api/a|/api/b|/api/c",
                ["BasePath"] = "/base",
                ["MediaTypes"] = "application/a+json|text/csv",
                ["Paging"] = "cursor|list_items=none",
                ["Scopes"] = "one|two|three",
                ["CheckRequests"] = "true",
            },
            metadata);
    }
}
