using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Harness;

/// <summary>What a project that uses the package references.</summary>
public static class References
{
    private static readonly MetadataReference[] s_package =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsOfPackage).Select(file => MetadataReference.CreateFromFile(file))];

    private static readonly MetadataReference s_runtime =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "net8.0", "DatabricksApps.Runtime.dll"));

    /// <summary>Gets .NET 8, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net80 { get; } = [.. Basic.Reference.Assemblies.Net80.References.All, .. s_package, s_runtime];

    /// <summary>Gets .NET 10, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net100 { get; } = [.. Basic.Reference.Assemblies.Net100.References.All, .. s_package, s_runtime];

    private static bool IsOfPackage(string path)
    {
        string name = Path.GetFileName(path);
        return name == "System.Net.ServerSentEvents.dll"
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
    }
}
