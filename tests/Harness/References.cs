using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Harness;

/// <summary>What a project that uses the package references.</summary>
public static class References
{
    private static readonly string s_runtimeFolder = typeof(References).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RuntimeFolder")
        .Value!;

    /// <summary>Gets .NET 8, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net80 { get; } =
        [.. Basic.Reference.Assemblies.Net80.References.All, .. Package("net8.0")];

    /// <summary>Gets .NET 10, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net100 { get; } =
        [.. Basic.Reference.Assemblies.Net100.References.All, .. Package("net10.0")];

    /// <summary>Finds the runtime and what the runtime needs beside the framework.</summary>
    /// <param name="framework">The framework, <c>net8.0</c> or <c>net10.0</c>.</param>
    public static IEnumerable<string> FindPackage(string framework) => Directory
        .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(IsDependency)
        .Append(Path.Combine(s_runtimeFolder, framework, "DatabricksApps.Runtime.dll"));

    private static IEnumerable<MetadataReference> Package(string framework) =>
        FindPackage(framework).Select(file => MetadataReference.CreateFromFile(file));

    private static bool IsDependency(string path)
    {
        string name = Path.GetFileName(path);
        return name == "System.Net.ServerSentEvents.dll" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
    }
}
