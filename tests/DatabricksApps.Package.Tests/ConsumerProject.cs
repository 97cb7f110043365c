using System.Text.Json;

namespace DatabricksApps.Package.Tests;

/// <summary>A project of a user, in a folder of its own.</summary>
internal sealed class ConsumerProject
{
    private ConsumerProject(string directory) => Directory = directory;

    public string Directory { get; }

    /// <summary>Makes a project that references the package.</summary>
    /// <param name="feed">Where the package is.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="content">What the project says besides its target framework and the reference.</param>
    public static ConsumerProject WithPackage(PackageFeed feed, string name, string content = "") => Create(feed, name, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="DatabricksApps.Gen" Version="{feed.Version}" />
          </ItemGroup>
          {content}
        </Project>
        """);

    /// <summary>Makes a project that imports the package's props and targets without a restore, for a look at its items.</summary>
    public static ConsumerProject ForItems(PackageFeed feed, string content = "", string sdk = "Microsoft.NET.Sdk") => Create(feed, "Shop", $"""
        <Project>
          <Import Project="{feed.BuildFiles}/DatabricksApps.Gen.props" />
          <Import Project="Sdk.props" Sdk="{sdk}" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          {content}
          <Import Project="Sdk.targets" Sdk="{sdk}" />
          <Import Project="{feed.BuildFiles}/DatabricksApps.Gen.targets" />
        </Project>
        """);

    /// <summary>Writes a file; the folders on its way are made.</summary>
    public ConsumerProject With(string path, string content)
    {
        string full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    /// <summary>Writes an empty document to each path.</summary>
    public ConsumerProject WithDocuments(params string[] paths)
    {
        foreach (string path in paths)
        {
            With(path, "{}");
        }

        return this;
    }

    /// <summary>Builds it.</summary>
    public Task<Dotnet.Result> BuildAsync(params string[] arguments) =>
        Dotnet.TryRunAsync(Directory, ["build", "-m:1", "-v:m", .. arguments]);

    /// <summary>Runs the program that was built.</summary>
    public Task<string> RunAsync() => Dotnet.RunAsync(Directory, "run", "--no-build");

    /// <summary>Evaluates it (and runs targets, if the arguments name one) and gets the items of a type with their metadata.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> GetItemsAsync(string type, params string[] arguments)
    {
        string json = await Dotnet.RunAsync(Directory, ["msbuild", $"-getItem:{type}", .. arguments]);
        using JsonDocument result = JsonDocument.Parse(json);
        return result.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray()
            .Select(item => item.Deserialize<Dictionary<string, string>>()!)
            .ToList();
    }

    /// <summary>Gets the identities of the items of a type, sorted.</summary>
    public async Task<string[]> GetIdentitiesAsync(string type) =>
        (await GetItemsAsync(type)).Select(item => item["Identity"].Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray();

    private static ConsumerProject Create(PackageFeed feed, string name, string content)
    {
        string directory = Path.Combine(feed.Root, "projects", Guid.NewGuid().ToString("N"), name);
        return new ConsumerProject(directory).With(name + ".csproj", content);
    }
}
