using System.Reflection;
using System.Text.Json;

namespace DatabricksApps.Harness;

/// <summary>Finds what the package brings to a project, as files.</summary>
public static class PackageFiles
{
    private static readonly string s_runtimeFolder = Metadata("RuntimeFolder");
    private static readonly string s_packages = Metadata("PackageFolder");

    /// <summary>Finds the runtime and what the runtime needs beside the framework.</summary>
    /// <param name="framework">The framework, <c>net8.0</c> or <c>net10.0</c>.</param>
    public static IEnumerable<string> Find(string framework)
    {
        string folder = Path.Combine(s_runtimeFolder, framework);
        return [.. Dependencies(Path.Combine(folder, "DatabricksApps.Runtime.deps.json")), Path.Combine(folder, "DatabricksApps.Runtime.dll")];
    }

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

    private static string Metadata(string key) => typeof(PackageFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
