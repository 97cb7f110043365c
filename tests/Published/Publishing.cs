using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DatabricksApps.Published;

/// <summary>Publishes a program into a folder of its own, so that nothing of it meets the ordinary build.</summary>
internal static class Publishing
{
    /// <summary>Runs <c>dotnet publish</c>.</summary>
    /// <param name="project">The folder of the project.</param>
    /// <param name="publishAs"><c>aot</c>, <c>trimmed</c>, or nothing for the framework's own way.</param>
    /// <param name="artifacts">The folder for all that the build writes.</param>
    /// <param name="properties">More properties, such as <c>Name=Value</c>.</param>
    /// <returns>The folder of the published program, and what the build said.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<(string Folder, string Output)> RunAsync(
        string project, string publishAs, string artifacts, params string[] properties)
    {
        string name = Path.GetFileName(project);
        string output = await RunProgramAsync(
            "dotnet",
            [
                "publish", Path.Combine(project, name + ".csproj"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", publishAs == "" ? "false" : "true", $"-p:PublishAs={publishAs}", "--artifacts-path", artifacts,
                "-m:1", "-v:m", "-nodeReuse:false", .. properties.Select(property => "-p:" + property),
            ]);
        return (Path.Combine(artifacts, "publish", name, $"release_{RuntimeInformation.RuntimeIdentifier}"), output);
    }

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunProgramAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A runner that was itself started by MSBuild hands its own settings down.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}\n{await errors}");
    }
}
