using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace DatabricksApps.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void The_generator_brings_what_it_needs_and_nothing_to_compile_against()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf("DatabricksApps.Gen"));

        IEnumerable<string> files = package.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "DatabricksApps.Gen.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/DatabricksApps.Gen.CodeFixes.dll",
                "analyzers/dotnet/cs/DatabricksApps.Gen.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/Microsoft.Bcl.HashCode.dll",
                "analyzers/dotnet/cs/SharpYaml.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "build/DatabricksApps.Gen.Tool.targets",
                "build/DatabricksApps.Gen.props",
                "build/DatabricksApps.Gen.targets",
                "buildMultiTargeting/DatabricksApps.Gen.targets",
                "tasks/DatabricksApps.Gen.Tasks.dll",
            ],
            files);
    }

    [Fact]
    public void The_generator_depends_on_the_runtime_of_its_own_version_alone()
    {
        XElement metadata = ReadMetadata("DatabricksApps.Gen");

        XElement group = Assert.Single(Child(metadata, "dependencies").Elements());
        XElement dependency = Assert.Single(group.Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal("DatabricksApps.Runtime", dependency.Attribute("id")!.Value);
        Assert.Equal(feed.Version, dependency.Attribute("version")!.Value);
        Assert.Null(dependency.Attribute("include"));
        Assert.Equal("Build,Analyzers", dependency.Attribute("exclude")!.Value);
    }

    [Theory]
    [InlineData("DatabricksApps.Gen")]
    [InlineData("DatabricksApps.Runtime")]
    [InlineData("DatabricksApps.Runtime.AspNetCore")]
    [InlineData("DatabricksApps.Runtime.Entra")]
    [InlineData("DatabricksApps.Runtime.Resilience")]
    [InlineData("DatabricksApps.Tool")]
    public void Every_package_says_what_it_is_and_where_it_comes_from(string package)
    {
        XElement metadata = ReadMetadata(package);

        Assert.Equal("MIT", Child(metadata, "license").Value);
        Assert.Equal("README.md", Child(metadata, "readme").Value);
        Assert.NotEqual("Package Description", Child(metadata, "description").Value);
        Assert.Matches("^[0-9a-f]{40}$", Child(metadata, "repository").Attribute("commit")!.Value);
    }

    [Fact]
    public void The_runtime_has_an_assembly_with_documentation_for_each_framework_and_symbols()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf("DatabricksApps.Runtime"));
        using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(feed.PathOf("DatabricksApps.Runtime"), ".snupkg"));

        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            Assert.NotNull(package.GetEntry($"lib/{framework}/DatabricksApps.Runtime.dll"));
            Assert.NotNull(package.GetEntry($"lib/{framework}/DatabricksApps.Runtime.xml"));
            Assert.NotNull(symbols.GetEntry($"lib/{framework}/DatabricksApps.Runtime.pdb"));
        }
    }

    // Workspaces comes with editors, and is asked for by the fixes alone.
    [Fact]
    public void What_the_generator_references_is_packed_or_comes_with_every_compiler()
    {
        string folder = Path.Combine(feed.Root, "gen", "analyzers", "dotnet", "cs");
        string[] files = Directory.GetFiles(folder, "*.dll");

        IEnumerable<string> foreign = files
            .SelectMany(ReadReferences)
            .Distinct()
            .Where(name => !File.Exists(Path.Combine(folder, name + ".dll")))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Microsoft.CodeAnalysis",
                "Microsoft.CodeAnalysis.CSharp",
                "Microsoft.CodeAnalysis.Workspaces",
                "System.Buffers",
                "System.Collections.Immutable",
                "System.Memory",
                "System.Numerics.Vectors",
                "System.Runtime.CompilerServices.Unsafe",
                "System.Threading.Tasks.Extensions",
                "netstandard",
            ],
            foreign);
    }

    // Those of the oldest that may run it, .NET 8's: a later one takes an older reference for its own.
    [Fact]
    public void What_the_tasks_reference_comes_with_every_MSBuild() => Assert.Equal(
        [
            "Microsoft.Build.Framework",
            "System.Collections.Immutable",
            "System.Reflection.Metadata",
            "netstandard",
        ],
        ReadReferences(Path.Combine(feed.Root, "gen", "tasks", "DatabricksApps.Gen.Tasks.dll")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> ReadReferences(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ToList();
    }

    private XElement ReadMetadata(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(package));
        using Stream nuspec = archive.GetEntry(package + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private static XElement Child(XElement metadata, string name) =>
        metadata.Elements().Single(element => element.Name.LocalName == name);
}
