using System.Diagnostics.CodeAnalysis;
using DatabricksApps.Mutants.Kinds;
using DatabricksApps.Mutants.Workplace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Compiling;

/// <summary>
/// Compiles a side of the product in this process, as its project would be, with a fault in it. A compilation of its own
/// for each fault takes a second, and lets the compiler say which faults cannot be made: a switch between the two texts
/// could hold none in which a variable is declared.
/// </summary>
internal sealed class SideCompiler
{
    private readonly CSharpCompilation _compilation;
    private readonly CSharpParseOptions _parseOptions;
    private readonly Dictionary<string, SyntaxTree> _trees;

    private SideCompiler(Side side, CSharpCompilation compilation, CSharpParseOptions parseOptions, Dictionary<string, SyntaxTree> trees)
    {
        Side = side;
        _compilation = compilation;
        _parseOptions = parseOptions;
        _trees = trees;
    }

    /// <summary>Gets the side.</summary>
    public Side Side { get; }

    /// <summary>Gets the compilation without faults.</summary>
    public CSharpCompilation Compilation => _compilation;

    /// <summary>Gets the files that can have faults, by their paths below the repository.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Trees => _trees;

    /// <summary>Reads a side's sources.</summary>
    public static SideCompiler Open(Side side, WorkingCopy copy)
    {
        CSharpCommandLineArguments arguments = CompilerArguments.Of(side, copy);
        CSharpParseOptions parseOptions = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        Dictionary<string, SyntaxTree> trees = [];
        List<SyntaxTree> all = [];
        foreach (string path in arguments.SourceFiles.Select(file => Path.GetFullPath(file.Path)))
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), parseOptions, path);
            all.Add(tree);
            string file = Path.GetRelativePath(copy.Root, path).Replace('\\', '/');
            // A file that two projects share is one of the project in whose folder it is.
            if (file.StartsWith(side.Folder, StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            {
                trees.Add(file, tree);
            }
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            arguments.CompilationName,
            all,
            arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            // A warning is no reason that a fault could not be made.
            arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
        return new SideCompiler(side, Generators.Run(compilation, arguments), parseOptions, trees);
    }

    /// <summary>Finds the faults that can be made in a file, compiling or not.</summary>
    public IReadOnlyList<Mutant> Find(string file) => MutantFinder.Find(file, _compilation.GetSemanticModel(_trees[file]));

    /// <summary>Whether a fault compiles, judged by the member that it is in.</summary>
    public bool Compiles(Mutant mutant)
    {
        CSharpCompilation mutated = With(mutant, out SyntaxTree? tree);
        SyntaxNode root = tree.GetRoot();
        int position = Math.Min(mutant.Span.Start, root.FullSpan.End - 1);
        SyntaxNode member = root.FindToken(position).Parent!.AncestorsAndSelf().First(node => node.Parent is null or BaseTypeDeclarationSyntax);
        return !tree.GetDiagnostics().Concat(mutated.GetSemanticModel(tree).GetDiagnostics(member.Span)).Any(IsError);
    }

    /// <summary>Compiles the side with a fault, or without one.</summary>
    /// <returns>The assembly, or null if it does not compile.</returns>
    public byte[]? Emit(Mutant? mutant) => Emit(mutant is null ? _compilation : With(mutant, out _), out _);

    /// <summary>Compiles the side with other texts of its files, and files beside them.</summary>
    public byte[]? Emit(IReadOnlyDictionary<string, string> texts, IEnumerable<string> others, out IReadOnlyList<Diagnostic> errors)
    {
        CSharpCompilation compilation = _compilation;
        foreach ((string file, string text) in texts)
        {
            compilation = compilation.ReplaceSyntaxTree(_trees[file], CSharpSyntaxTree.ParseText(text, _parseOptions, file));
        }

        return Emit(compilation.AddSyntaxTrees(others.Select(text => CSharpSyntaxTree.ParseText(text, _parseOptions))), out errors);
    }

    private static byte[]? Emit(CSharpCompilation compilation, out IReadOnlyList<Diagnostic> errors)
    {
        using MemoryStream stream = new();
        errors = [.. compilation.Emit(stream).Diagnostics.Where(IsError)];
        return errors.Count == 0 ? stream.ToArray() : null;
    }

    private CSharpCompilation With(Mutant mutant, [NotNull] out SyntaxTree? tree)
    {
        SyntaxTree original = _trees[mutant.File];
        tree = original.WithChangedText(mutant.Apply(original.GetText()));
        return _compilation.ReplaceSyntaxTree(original, tree);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
