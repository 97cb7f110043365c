using System.Text;
using DatabricksApps.Gen;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Generators;

/// <summary>Our generator in Roslyn's driver, as the compiler runs it.</summary>
internal sealed class OurGeneration(string document) : Generation
{
    private GeneratorDriverRunResult? _result;

    /// <summary>Gets the options that the compiler parses with when the project writes no documentation file.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    public override IReadOnlyList<SourceFile> Files =>
        [.. _result!.Results.Single().GeneratedSources.Select(source => new SourceFile(source.HintName, source.SourceText.ToString()))];

    /// <summary>Reads the document's file as the compiler does: a large one in pieces, which the generator then joins.</summary>
    public static Document ReadDocument(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new Document(path, SourceText.From(file, Encoding.UTF8));
    }

    // The generator looks at no symbol, so an empty compilation will do. The driver leaves the files unparsed.
    public override Task WriteAsync()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DatabricksAppGenerator().AsSourceGenerator()], [ReadDocument(document)], ParseOptions, new ProjectOptions());
        _result = driver.RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create(ProjectOptions.RootNamespace), out _, out _).GetRunResult();
        return Task.CompletedTask;
    }

    /// <summary>Has the files parsed. The compiler does it too when it compiles them: the time counts here and in csc's.</summary>
    public override void Finish()
    {
        foreach (SyntaxTree tree in _result!.GeneratedTrees)
        {
            tree.GetRoot();
        }
    }
}
