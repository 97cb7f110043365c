using Basic.Reference.Assemblies;
using DatabricksApps.Mutants.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Mutants.Tests;

/// <summary>A small source and its mutants.</summary>
internal static class Code
{
    /// <summary>Compiles a source, which must have no error.</summary>
    public static SemanticModel Read(params string[] sources)
    {
        CSharpCompilation compilation = Compile(sources);
        Assert.Empty(Errors(compilation));
        return compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
    }

    /// <summary>Gets the tree of a class of members.</summary>
    public static SyntaxNode RootOf(string members) => RootOf(Read(ClassOf(members)));

    /// <summary>Gets the tree that a model is of.</summary>
    public static SyntaxNode RootOf(SemanticModel model) => model.SyntaxTree.GetRoot(CancellationToken.None);

    /// <summary>Gets what is wrong with sources.</summary>
    public static IEnumerable<Diagnostic> ErrorsOf(params string[] sources) => Errors(Compile(sources));

    /// <summary>Finds the mutants of the members of a class.</summary>
    public static IReadOnlyList<Mutant> MutantsOf(string members) => MutantFinder.Find("runtime/DatabricksApps.Runtime/Auth/C.cs", Read(ClassOf(members)));

    /// <summary>Finds those that compile, as <c>original -> mutated</c>.</summary>
    public static IReadOnlyList<string> CompilingMutantsOf(string members) =>
    [
        .. MutantsOf(members)
            .Where(mutant => !ErrorsOf(mutant.Apply(Read(ClassOf(members)).SyntaxTree.GetText()).ToString()).Any())
            .Select(mutant => $"{mutant.Original} -> {mutant.Mutated}"),
    ];

    /// <summary>Puts members into a class.</summary>
    public static string ClassOf(string members) => $$"""
        #nullable enable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        class C
        {
        {{members}}
        }
        """;

    private static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Code",
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        Net100.References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
