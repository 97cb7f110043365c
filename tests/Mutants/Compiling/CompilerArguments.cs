using System.Text.Json;
using DatabricksApps.Mutants.Workplace;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Mutants.Compiling;

/// <summary>Asks a build what it gives the compiler.</summary>
internal static class CompilerArguments
{
    /// <summary>Gets the arguments of a side's compilation.</summary>
    public static CSharpCommandLineArguments Of(Side side, WorkingCopy copy)
    {
        string project = copy.PathOf(side.Project);
        string json = Shell.Run(
            copy.Root,
            "dotnet",
            "msbuild",
            project,
            "-nodeReuse:false",
            "-t:Compile",
            "-p:Configuration=Release",
            "-p:TargetFramework=" + side.Framework,
            "-p:BuildProjectReferences=false",
            "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true",
            // Of a project that is built already nothing would be compiled: a file that is not there is always newer.
            "-p:NonExistentFile=none",
            "-getItem:CscCommandLineArgs");
        using JsonDocument document = JsonDocument.Parse(json);
        string[] arguments =
        [
            .. document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];
        return CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(project)!, sdkDirectory: null);
    }
}
