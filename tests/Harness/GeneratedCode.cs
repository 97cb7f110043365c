using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Harness;

/// <summary>What the generator made of a project's documents, and the project with it.</summary>
/// <param name="Driver">The generator's driver, for a further run.</param>
/// <param name="Compilation">The project, generated files included.</param>
/// <param name="Trees">The generated files.</param>
/// <param name="Diagnostics">What the generator told the user.</param>
public sealed record GeneratedCode(
    GeneratorDriver Driver,
    CSharpCompilation Compilation,
    IReadOnlyList<SyntaxTree> Trees,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Gets the outcome of the run, with its steps.</summary>
    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Gets what the compiler says about the generated files, warnings and errors alone.</summary>
    public IReadOnlyList<Diagnostic> GetCompilerDiagnostics(CancellationToken cancellationToken = default) =>
        Relevant(Compilation.GetDiagnostics(cancellationToken));

    /// <summary>Gets the same files in another project: what is generated does not depend on its C#.</summary>
    public GeneratedCode In(Project project)
    {
        SyntaxTree[] trees = [.. Trees.Select(tree => project.Parse(tree.GetText(), tree.FilePath))];
        return this with { Compilation = project.CreateCompilation().AddSyntaxTrees(trees), Trees = trees };
    }

    /// <summary>Gets the same code with the compiler's analysis of null, which generated files switch off.</summary>
    public GeneratedCode WithNullableWarnings()
    {
        CSharpCompilation compilation = Compilation;
        List<SyntaxTree> trees = [];
        foreach (SyntaxTree tree in Trees)
        {
            // Fields of required members get their values from whoever makes the record.
            string text = tree.ToString();
            string analysed = text.Replace(
                "#nullable disable warnings\n", "#nullable enable warnings\n#pragma warning disable CS8618\n", StringComparison.Ordinal);
            if (analysed == text)
            {
                throw new InvalidOperationException($"{tree.FilePath} does not switch null analysis off in the line that is looked for.");
            }

            trees.Add(tree.WithChangedText(SourceText.From(analysed, Encoding.UTF8)));
            compilation = compilation.ReplaceSyntaxTree(tree, trees[^1]);
        }

        return this with { Compilation = compilation, Trees = trees };
    }

    /// <summary>Writes the assembly.</summary>
    /// <returns>The warnings and errors.</returns>
    public IReadOnlyList<Diagnostic> Emit(Stream assembly, CancellationToken cancellationToken = default) =>
        Relevant(Compilation.Emit(assembly, cancellationToken: cancellationToken).Diagnostics);

    private static IReadOnlyList<Diagnostic> Relevant(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
