using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Mutants.Compiling;

/// <summary>Adds what the project's source generators write.</summary>
internal static class Generators
{
    /// <summary>Runs the generators of a compilation.</summary>
    public static CSharpCompilation Run(CSharpCompilation compilation, CSharpCommandLineArguments arguments)
    {
        Loader loader = new();
        ISourceGenerator[] generators =
        [
            .. arguments.AnalyzerReferences
                .Select(reference => reference.FilePath)
                .Where(path => !IsAnalyzerOfSdk(path))
                .SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp)),
        ];
        CSharpGeneratorDriver
            .Create(generators, parseOptions: arguments.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation result, out _);
        return (CSharpCompilation)result;
    }

    // These only look, and want a later compiler than the one here.
    private static bool IsAnalyzerOfSdk(string path) => path.Replace('\\', '/').Contains("/Sdks/Microsoft.NET.Sdk/", StringComparison.Ordinal);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
