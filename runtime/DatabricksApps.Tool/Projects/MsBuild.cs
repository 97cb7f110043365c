using System.Diagnostics;
using System.Text.Json;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Projects;

/// <summary>Asks MSBuild what a project's items are: Directory.Build.props, conditions and globs are understood by nobody else.</summary>
internal static class MsBuild
{
    private const string Query = "-getItem:DatabricksApp,PackageReference,AvailableItemName,AdditionalFiles,Compile";

    /// <summary>Evaluates a project.</summary>
    /// <exception cref="ToolException">It cannot be evaluated.</exception>
    public static async Task<ProjectItems> ReadAsync(string project, CancellationToken cancellationToken)
    {
        JsonElement result = await EvaluateAsync(project, [Query, "-getProperty:TargetFramework,TargetFrameworks,BaseIntermediateOutputPath"], cancellationToken);
        string frameworks = result.Member("Properties").Member("TargetFrameworks").Text() ?? "";

        // A package's items are those of one framework: a project of several has none itself.
        if (frameworks.Length > 0 && string.IsNullOrEmpty(result.Member("Properties").Member("TargetFramework").Text()))
        {
            string first = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
            result = await EvaluateAsync(project, [Query, "-p:TargetFramework=" + first, "-getProperty:TargetFramework,BaseIntermediateOutputPath"], cancellationToken);
        }

        JsonElement items = result.Member("Items");
        string obj = result.Member("Properties").Member("BaseIntermediateOutputPath").Text() is { Length: > 0 } given ? given : "obj";
        string objFolder = Path.GetFullPath(obj.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(project)!);
        string framework = result.Member("Properties").Member("TargetFramework").Text() ?? "";
        ProjectItem common = ProjectItem.OfFile("") with
        {
            ObjFolder = objFolder,
            Frameworks = [.. (frameworks.Length > 0 ? frameworks : framework).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Sources = Paths("Compile"),
            Files = [.. Paths("AdditionalFiles"), .. Paths("DatabricksApp")],
        };
        return new ProjectItems(
            [.. items.Member("DatabricksApp").Items().Select(item => Item(item, common))],
            items.Member("AvailableItemName").Items().Any(item => item.Member("Identity").Text() == "DatabricksApp"),
            items.Member("PackageReference").Items().Any(item => string.Equals(item.Member("Identity").Text(), "DatabricksApps.Gen", StringComparison.OrdinalIgnoreCase)));

        string[] Paths(string name) => [.. items.Member(name).Items().Select(item => item.Member("FullPath").Text() ?? "").Where(path => path.Length > 0).Select(Path.GetFullPath)];
    }

    private static ProjectItem Item(JsonElement item, ProjectItem common)
    {
        return common with
        {
            Identity = Text("Identity"),
            FullPath = Path.GetFullPath(Text("FullPath")),
            DefinedIn = Text("DefiningProjectFullPath"),
            Url = Text("Url").Trim(),
            App = Text("App").Trim(),
            BasePath = Text("BasePath").Trim(),
            ClientName = Text("ClientName").Trim(),
            Scopes = List("Scopes"),
            IncludeOperations = List("IncludeOperations"),
            IncludeTags = List("IncludeTags"),
            IncludePaths = List("IncludePaths"),
            ExcludePaths = List("ExcludePaths"),
            MediaTypes = List("MediaTypes"),
            Paging = List("Paging"),
        };

        string Text(string name) => item.Member(name).Text() ?? "";

        string[] List(string name) => Text(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static async Task<JsonElement> EvaluateAsync(string project, string[] arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(FindDotnet(), ["msbuild", project, "-nologo", .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A build that runs this tool hands its own settings down.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            string said = await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? Parse(output) ?? throw Refusal(project, output) : throw Refusal(project, said + output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // The SDK may say something before it.
    private static JsonElement? Parse(string output)
    {
        try
        {
            int start = output.IndexOf('{', StringComparison.Ordinal);
            return start < 0 ? null : JsonDocument.Parse(output[start..]).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ToolException Refusal(string project, string output) => new(
        $"MSBuild cannot read {Path.GetFileName(project)}: {output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "it said nothing"}",
        "the project has an error, or needs an SDK that is not here.",
        "dotnet build shows all of it.");

    // Never one that lies in the working directory.
    private static string FindDotnet()
    {
        string file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && Path.IsPathFullyQualified(host) && File.Exists(host) ? host
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Where(Path.IsPathFullyQualified)
                .Select(folder => Path.Combine(folder, file))
                .FirstOrDefault(File.Exists)
            ?? throw new ToolException("The dotnet command is not on the PATH", null, "install the .NET SDK, https://dot.net, or add its folder to PATH.");
    }
}
