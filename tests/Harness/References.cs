using Microsoft.CodeAnalysis;

namespace DatabricksApps.Harness;

/// <summary>What a project that uses the package references.</summary>
public static class References
{
    /// <summary>Gets .NET 8, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net80 { get; } =
        [.. Basic.Reference.Assemblies.Net80.References.All, .. Package("net8.0")];

    /// <summary>Gets .NET 10, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net100 { get; } =
        [.. Basic.Reference.Assemblies.Net100.References.All, .. Package("net10.0")];

    private static IEnumerable<MetadataReference> Package(string framework) =>
        PackageFiles.Find(framework).Select(file => MetadataReference.CreateFromFile(file));
}
