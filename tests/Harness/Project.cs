using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Harness;

/// <summary>A project that uses the generator, as the compiler sees it.</summary>
/// <param name="Generator">The generator.</param>
/// <param name="Language">The project's C#; C# 12 comes with .NET 8, a later one with .NET 10.</param>
public sealed record Project(IIncrementalGenerator Generator, LanguageVersion Language = LanguageVersion.CSharp12)
{
    /// <summary>Gets the properties that the compiler sees.</summary>
    public (string Name, string Value)[] Properties { get; init; } = [];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the SDK turns off for every project: packages may be built for an older framework.</summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_sdkNoWarn = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);

    /// <summary>Runs the generator over documents for the first time.</summary>
    public GeneratedCode Generate(IEnumerable<Document> documents, CancellationToken cancellationToken = default) =>
        Run(CreateDriver(documents), CreateCompilation(), cancellationToken);

    /// <summary>Makes a driver that has not run yet.</summary>
    public GeneratorDriver CreateDriver(IEnumerable<Document> documents) => CSharpGeneratorDriver.Create(
        [Generator.AsSourceGenerator()],
        documents.ToImmutableArray<AdditionalText>(),
        ParseOptions(),
        new ProjectOptions(Properties),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs a driver on a compilation of the user's own files.</summary>
    public static GeneratedCode Run(GeneratorDriver driver, CSharpCompilation user, CancellationToken cancellationToken = default)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(
            user, out Compilation compilation, out ImmutableArray<Diagnostic> diagnostics, cancellationToken);
        return new GeneratedCode(driver, (CSharpCompilation)compilation, driver.GetRunResult().GeneratedTrees, diagnostics);
    }

    /// <summary>Makes the project without the generated files.</summary>
    /// <param name="sources">The user's files.</param>
    public CSharpCompilation CreateCompilation(params string[] sources) => CSharpCompilation.Create(
        "MyApp",
        sources.Prepend(ImplicitUsings).Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions())),
        Language == LanguageVersion.CSharp12 ? References.Net80 : References.Net100,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release,
            warningLevel: 9999,
            specificDiagnosticOptions: s_sdkNoWarn,
            deterministic: true));

    /// <summary>Parses a file as the project's C#.</summary>
    public SyntaxTree Parse(SourceText text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions(), path);

    private CSharpParseOptions ParseOptions() => new(Language, DocumentationMode.Diagnose);
}
