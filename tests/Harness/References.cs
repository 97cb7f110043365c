using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Harness;

/// <summary>What a project that uses the package references.</summary>
public static class References
{
    private static readonly string s_runtimeFolder = Metadata("RuntimeFolder");
    private static readonly string s_packages = Metadata("PackageFolder");

    /// <summary>Gets .NET 8, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net80 { get; } =
        [.. Basic.Reference.Assemblies.Net80.References.All, .. Package("net8.0")];

    /// <summary>Gets .NET 10, the runtime and what the runtime needs.</summary>
    public static IReadOnlyList<MetadataReference> Net100 { get; } =
        [.. Basic.Reference.Assemblies.Net100.References.All, .. Package("net10.0")];

    /// <summary>Finds the runtime and what the runtime needs beside the framework.</summary>
    /// <param name="framework">The framework, <c>net8.0</c> or <c>net10.0</c>.</param>
    public static IEnumerable<string> FindPackage(string framework)
    {
        string folder = Path.Combine(s_runtimeFolder, framework);
        return [.. Dependencies(Path.Combine(folder, "DatabricksApps.Runtime.deps.json")), Path.Combine(folder, "DatabricksApps.Runtime.dll")];
    }

    private static IEnumerable<MetadataReference> Package(string framework) =>
        FindPackage(framework).Select(file => MetadataReference.CreateFromFile(file));

    // As they are restored for the framework: what lies beside this program is for the framework of this program.
    private static List<string> Dependencies(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        JsonElement libraries = document.RootElement.GetProperty("libraries");
        JsonElement target = document.RootElement.GetProperty("targets").EnumerateObject().Single().Value;
        List<string> found = [];
        foreach (JsonProperty library in target.EnumerateObject())
        {
            if (libraries.GetProperty(library.Name).TryGetProperty("path", out JsonElement path)
                && library.Value.TryGetProperty("runtime", out JsonElement assemblies))
            {
                found.AddRange(assemblies.EnumerateObject().Select(assembly => Path.Combine(s_packages, path.GetString()!, assembly.Name)));
            }
        }

        return found;
    }

    private static string Metadata(string key) => typeof(References).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
