namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>The tool reads a document as the build does: under its own path, with the files of the project and the metadata of its item.</summary>
public sealed class FilesTests : IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /api/items:
            get:
              operationId: list_items
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: 'FILE#/Item' } } } }
        """;

    private const string Types = """
        {
          "Item": {
            "type": "object",
            "required": ["x"],
            "properties": {
              "x": { "type": "integer" }
            }
          }
        }
        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "types.json")]
    [InlineData("app/", "../shared/types.json")]
    public async Task What_another_file_of_the_project_says_is_promised(string folder, string file)
    {
        string types = Path.GetRelativePath(_folder.Directory, Path.Combine(_folder.Directory, folder, file)).Replace('\\', '/');
        _folder.WithProject($"""<ItemGroup><AdditionalFiles Include="{types}" /></ItemGroup>""")
            .With(folder + "shop.openapi.yaml", Document.Replace("FILE", file, StringComparison.Ordinal)).With(types, Types);

        await _folder.RunAsync("accept");

        Assert.Contains("GET /api/items ->                               Item status=200\n", _folder.Read(folder + "shop.openapi.lock"), StringComparison.Ordinal);
        Assert.Contains($"Item object received at={file}#/Item\n", _folder.Read(folder + "shop.openapi.lock"), StringComparison.Ordinal);
        Assert.Equal($"{folder}shop.openapi.lock: unchanged\n", (await _folder.RunAsync("accept")).Out);
        _folder.With(types, Types.Replace("integer", "string", StringComparison.Ordinal));
        Assert.Contains($"{types}:6  breaks   'x' of Item is string now, was integer\n", (await _folder.RunAsync("accept")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_project_does_not_have_is_not_read()
    {
        _folder.WithProject().With("shop.openapi.yaml", Document.Replace("FILE", "types.json", StringComparison.Ordinal)).With("types.json", Types);

        await _folder.RunAsync("accept");

        Assert.Contains("GET /api/items ->                               any status=200\n", _folder.Read("shop.openapi.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_without_a_project_are_compared_with_the_files_that_they_refer_to()
    {
        string document = Document.Replace("FILE", "../types.json", StringComparison.Ordinal);
        _folder.With("a/one/shop.openapi.yaml", document).With("a/types.json", Types)
            .With("b/one/shop.openapi.yaml", document).With("b/types.json", Types.Replace("integer", "string", StringComparison.Ordinal));

        ToolResult result = await _folder.RunAsync("diff", "a/one/shop.openapi.yaml", "b/one/shop.openapi.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'x' of Item is string now, was integer", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ShopClientSchema")]
    [InlineData("ClientName=\"Other\"", "ShopClient ")]
    public async Task A_type_is_called_as_the_build_calls_it(string metadata, string type)
    {
        _folder.WithProject($"""<ItemGroup><DatabricksApp Update="shop.openapi.json" {metadata} /></ItemGroup>""")
            .With("shop.openapi.json", Shop.Before.Replace("Item\"", "ShopClient\"", StringComparison.Ordinal));

        await _folder.RunAsync("accept");

        Assert.Contains($"\n{type}", _folder.Read("shop.openapi.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_reads_a_document_with_the_metadata_of_its_item()
    {
        _folder.With("src/Shop.csproj", ToolFolder.Project("""<ItemGroup><DatabricksApp Update="shop.openapi.json" BasePath="/v9" IncludePaths="/v9/api/items" /></ItemGroup>"""))
            .With("src/shop.openapi.json", Shop.Before).With("was.json", Shop.Before);
        await _folder.RunAsync("accept", "--project", "src");

        ToolResult accepted = await _folder.RunAsync("diff", "src/shop.openapi.lock", "src/shop.openapi.json");
        _folder.With("src/shop.openapi.json", Shop.After);
        ToolResult changed = await _folder.RunAsync("diff", "was.json", "src/shop.openapi.json");

        Assert.Equal((0, "src/shop.openapi.json: no change for code that calls it\n", ""), (accepted.ExitCode, accepted.Out, accepted.Error));
        Assert.Contains("DELETE /v9/api/items is gone", changed.Out, StringComparison.Ordinal);
    }
}
