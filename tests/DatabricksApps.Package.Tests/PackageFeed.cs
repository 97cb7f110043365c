using System.IO.Compression;
using System.Reflection;
using DatabricksApps.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace DatabricksApps.Package.Tests;

/// <summary>The packages, packed once into a folder outside the repository, and the place for projects that use them.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>Another one for each run, because NuGet never looks twice at a version that it knows.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Guid.NewGuid():N}"[..48];

    /// <summary>Gets the folder of this run.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), "DatabricksApps.Package.Tests", Guid.NewGuid().ToString("N"));

    /// <summary>Gets the folder of the packages.</summary>
    public string Packages => Path.Combine(Root, "feed");

    /// <summary>Gets the props and targets as they are in the package.</summary>
    public string BuildFiles => Path.Combine(Root, "gen", "build");

    private static string Repository => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Packages);
        await Dotnet.RunAsync(
            Repository, "pack", "DatabricksApps.Gen.sln", "-c", "Release", "-o", Packages, "-m:1", $"-p:PackageVersion={Version}");
        ZipFile.ExtractToDirectory(PathOf("DatabricksApps.Gen"), Path.Combine(Root, "gen"));

        // Adds the folder to the machine's own sources, and keeps what lies above this folder out of the projects.
        await File.WriteAllTextAsync(Path.Combine(Root, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Packages}" />
              </packageSources>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(Root, "restored")}</RestorePackagesPath>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
    }

    public string PathOf(string package) => Path.Combine(Packages, $"{package}.{Version}.nupkg");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
