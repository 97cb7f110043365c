using System.Diagnostics;
using System.Reflection;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen;
using DatabricksApps.Harness;

namespace DatabricksApps.Contract.Cost;

/// <summary>The SDK's compiler in a process of its own, with the analyzers that each project has.</summary>
internal static class Compiler
{
    private const string Usings = $"""
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using DatabricksApps;
        global using {ProjectOptions.RootNamespace}.DepotApi;
        """;

    /// <summary>Writes a project for the compiler.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="document">The document.</param>
    /// <param name="accepted">The lock.</param>
    /// <param name="code">The files of the project.</param>
    public static void Write(string folder, string document, string accepted, IEnumerable<string> code)
    {
        Directory.CreateDirectory(folder);
        string documentFile = Path.Combine(folder, Caller.DocumentName), lockFile = Path.Combine(folder, Caller.LockName), options = Path.Combine(folder, ".globalconfig");
        File.WriteAllText(documentFile, document);
        File.WriteAllText(lockFile, accepted);
        File.WriteAllText(options, $"""
            is_global = true
            build_property.RootNamespace = {ProjectOptions.RootNamespace}
            [{documentFile}]
            build_metadata.AdditionalFiles.DatabricksAppDocument = true
            """);
        string[] files = [Usings, .. code];
        for (int i = 0; i < files.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"Use{i}.cs"), files[i]);
        }

        string generator = typeof(DatabricksAppGenerator).Assembly.Location;
        IEnumerable<string> analyzers = Directory.EnumerateFiles(Metadata("Analyzers"), "*CSharp.NetAnalyzers.dll")
            .Append(Path.Combine(Metadata("Analyzers"), "Microsoft.CodeAnalysis.NetAnalyzers.dll"))
            .Concat([generator, .. new[] { "SharpYaml.dll", "Microsoft.Bcl.HashCode.dll" }.Select(name => Path.Combine(Metadata("GeneratorFolder"), name))]);
        File.WriteAllLines(
            ResponsesOf(folder),
            [
                "/noconfig /nostdlib+ /target:library /langversion:latest /nullable:enable /optimize+ /debug:portable /deterministic+",
                "/warn:10 /nowarn:1701,1702 /nologo /utf8output",
                $"/out:\"{Path.Combine(folder, "MyApp.dll")}\"",
                .. Directory.EnumerateFiles(Metadata("ReferencePack"), "*.dll").Concat(PackageFiles.Find("net10.0")).Select(reference => $"/reference:\"{reference}\""),
                .. analyzers.Select(analyzer => $"/analyzer:\"{analyzer}\""),
                $"/additionalfile:\"{documentFile}\"",
                $"/additionalfile:\"{lockFile}\"",
                $"/analyzerconfig:\"{options}\"",
                $"-recurse:\"{Path.Combine(folder, "*.cs")}\"",
            ]);
    }

    /// <summary>Compiles it.</summary>
    /// <returns>The time that it took, and how many of our warnings it printed.</returns>
    public static (double Milliseconds, int Told) Run(string folder)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Metadata("Csc"), "@" + ResponsesOf(folder)]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, output.Split('\n').Count(line => line.Contains("warning DBXAPP03", StringComparison.Ordinal)))
            : throw new InvalidOperationException(output);
    }

    private static string ResponsesOf(string folder) => Path.Combine(folder, "csc.rsp");

    private static string Metadata(string key) => typeof(Compiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
