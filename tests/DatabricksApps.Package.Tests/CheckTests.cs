namespace DatabricksApps.Package.Tests;

/// <summary>What a project is told before its compiler runs.</summary>
public sealed class CheckTests(PackageFeed feed)
{
    [Theory]
    [InlineData("net6.0", false)]
    [InlineData("netstandard2.0", false)]
    [InlineData("net48", false)]
    [InlineData("net8.0", true)]
    [InlineData("net10.0-windows", true)]
    public async Task A_target_framework_below_net8_is_an_error(string framework, bool isFit)
    {
        Dotnet.Result result = await CheckAsync("", $"-p:TargetFramework={framework}", "-p:EnableWindowsTargeting=true");

        AssertError(result, isFit ? null : $"error DBXAPP0901: DatabricksApps.Gen needs net8.0 or later, but this project targets '{framework}'.");
    }

    [Theory]
    [InlineData("roslyn4.7", false)]
    [InlineData("roslyn4.8", true)]
    [InlineData("roslyn4.10", true)]
    public async Task A_compiler_below_4_8_is_an_error(string compiler, bool isFit)
    {
        Dotnet.Result result = await CheckAsync("", $"-p:CompilerApiVersion={compiler}");

        AssertError(result, isFit ? null : $"error DBXAPP0902: DatabricksApps.Gen needs the C# compiler 4.8 or later (.NET SDK 8.0.100, Visual Studio 2022 17.8), but this build uses '{compiler}'.");
    }

    [Fact]
    public async Task A_document_with_two_items_is_an_error()
    {
        Dotnet.Result result = await CheckAsync("""
            <ItemGroup>
              <DatabricksApp Include="a.json" ClientName="One" />
              <DatabricksApp Include="a.json" ClientName="Two" />
            </ItemGroup>
            """);

        AssertError(result, "error DBXAPP0903: Two of the DatabricksApp items name the same document: a.json, a.json, a.openapi.json.");
    }

    [Theory]
    [InlineData("./a.json")]
    [InlineData("sub/../a.json")]
    [InlineData("$(MSBuildProjectDirectory)/a.json")]
    public async Task Two_spellings_of_one_path_are_one_document(string path)
    {
        Dotnet.Result result = await CheckAsync($"""
            <ItemGroup>
              <DatabricksApp Include="a.json" />
              <DatabricksApp Include="{path}" ClientName="Two" />
            </ItemGroup>
            """);

        AssertError(result, "error DBXAPP0903: Two of the DatabricksApp items name the same document: a.json, ");
    }

    [Fact]
    public async Task An_item_that_comes_too_late_is_a_warning()
    {
        Dotnet.Result result = await CheckAsync("""
            <Target Name="Late" BeforeTargets="DatabricksAppsGenCheck">
              <ItemGroup><DatabricksApp Include="late.json" /></ItemGroup>
            </Target>
            """);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning DBXAPP0904: These DatabricksApp items come too late to have a client: late.json.", result.Output);
    }

    [Theory]
    [InlineData("""PrivateAssets="all" """, "Library", true)]
    [InlineData("""PrivateAssets="contentfiles; Runtime" """, "Library", true)]
    [InlineData("""PrivateAssets="analyzers" """, "Library", false)]
    [InlineData("", "Library", false)]
    [InlineData("""PrivateAssets="all" """, "Exe", false)]
    public async Task A_library_that_keeps_the_runtime_to_itself_is_warned(string metadata, string output, bool isTold)
    {
        Dotnet.Result result = await CheckAsync($"""
            <PropertyGroup><OutputType>{output}</OutputType></PropertyGroup>
            <ItemGroup><PackageReference Include="DatabricksApps.Gen" {metadata}/></ItemGroup>
            """);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(isTold, result.Output.Contains(
            "warning DBXAPP0905: The reference of DatabricksApps.Gen keeps the runtime to this project (PrivateAssets): a program that references Shop " +
            "does not get DatabricksApps.Runtime, and fails when it first uses the client. Take PrivateAssets away, since the generator stays in this " +
            "project anyway, or reference DatabricksApps.Runtime beside it."));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("""PrivateAssets="all" """, true)]
    public async Task A_reference_of_the_runtime_beside_it_gives_it(string metadata, bool isTold)
    {
        Dotnet.Result result = await CheckAsync($"""
            <ItemGroup>
              <PackageReference Include="DatabricksApps.Gen" PrivateAssets="all" />
              <PackageReference Include="DatabricksApps.Runtime" {metadata}/>
            </ItemGroup>
            """);

        Assert.Equal(isTold, result.Output.Contains("warning DBXAPP0905"));
    }

    [Theory]
    [InlineData("a.openapi.json", "", false)]
    [InlineData("openapi.json", "", true)]
    [InlineData("a.openapi.json", "-p:EnableDefaultDatabricksAppItems=false", true)]
    [InlineData("openapi.json", "-p:DesignTimeBuild=true", false)]
    public async Task A_project_without_a_document_gets_a_message(string file, string argument, bool isTold)
    {
        ConsumerProject project = ConsumerProject.ForItems(feed).WithDocuments(file);

        string output = await Dotnet.RunAsync(project.Directory, "msbuild", "-t:DatabricksAppsGenCheck", "-v:m", argument);

        Assert.Equal(isTold, output.Contains("DatabricksApps.Gen: Shop has no document of an app. Add a file named *.openapi.json or *.gradio.json, or an item <DatabricksApp Include=\"openapi.json\" />."));
    }

    private Task<Dotnet.Result> CheckAsync(string content, params string[] arguments)
    {
        ConsumerProject project = ConsumerProject.ForItems(feed, content).WithDocuments("a.openapi.json");
        return Dotnet.TryRunAsync(project.Directory, ["msbuild", "-t:DatabricksAppsGenCheck", "-v:m", .. arguments]);
    }

    private static void AssertError(Dotnet.Result result, string? error)
    {
        if (error is null)
        {
            Assert.True(result.ExitCode == 0, result.Output);
        }
        else
        {
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains(error, result.Output);
        }
    }
}
