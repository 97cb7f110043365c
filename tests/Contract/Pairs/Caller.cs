using System.Collections.Immutable;
using DatabricksApps.Gen;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Contract.Pairs;

/// <summary>Code that calls the client of a document, compiled with it and with the analyzer.</summary>
internal static class Caller
{
    /// <summary>The file name of the document, whatever its file is called.</summary>
    public const string DocumentName = "depot.openapi.json";

    public const string LockName = "depot.openapi.lock";

    /// <summary>The file name of the code.</summary>
    public const string CodeName = "use.cs";

    private const string Usings = $"""
        global using DatabricksApps;
        global using {ProjectOptions.RootNamespace}.DepotApi;
        """;

    /// <summary>Compiles code with the client of a document.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="accepted">The lock; null: none.</param>
    /// <param name="code">The code.</param>
    public static Compilation Compile(string document, string? accepted, string code) =>
        CSharpCompilationOf(new Project(new DatabricksAppGenerator(), LanguageVersion.CSharp14), document, accepted, code);

    /// <summary>Gets the client of a document, with what is pending, as an assembly.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="before">The document that was accepted.</param>
    public static MetadataReference ClientOf(string document, string before)
    {
        using MemoryStream assembly = new();
        string accepted = LockFile.Write(DocumentName, ContractDocument.FactsOf(before, DocumentName));
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compile(document, accepted, "").Emit(assembly);
        return result.Success ? MetadataReference.CreateFromImage(assembly.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>Gets what the build says at the lines of the code.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(Compilation compilation)
    {
        ImmutableArray<Diagnostic> told = compilation
            .WithAnalyzers([new AppChangedAnalyzer()])
            .GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. told.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    // As most teams build: what the compiler says of null stops the build.
    private static readonly string[] s_nullable = ["CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8618", "CS8619", "CS8620", "CS8625", "CS8629"];

    private static Compilation CSharpCompilationOf(Project project, string document, string? accepted, string code)
    {
        List<Document> documents = [new Document(DocumentName, document)];
        if (accepted is not null)
        {
            documents.Add(new Document(LockName, accepted, isMarked: false));
        }

        Compilation user = project.CreateCompilation(Usings).AddSyntaxTrees(project.Parse(Microsoft.CodeAnalysis.Text.SourceText.From(code, System.Text.Encoding.UTF8), CodeName));
        user = user.WithOptions(user.Options.WithSpecificDiagnosticOptions(
            user.Options.SpecificDiagnosticOptions.AddRange(s_nullable.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Error)))));
        return Project.Run(project.CreateDriver(documents), (CSharpCompilation)user).Compilation;
    }
}
