using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Incremental;

/// <summary>What each key press in C# costs, in a project with a document and in one without.</summary>
public sealed class AllocationTests
{
    private const string Document = """
        {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},
        "paths":{"/api/a":{"get":{"operationId":"a","responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}}},
        "components":{"schemas":{"A":{"type":"object","properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"type":"object","properties":{"n":{"type":"integer"}}},
        "C":{"oneOf":[{"type":"string"},{"type":"integer"}]}}}}
        """;

    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.Latest);

    [Theory]
    [InlineData(true, 60_000)]
    [InlineData(false, 16_000)]
    public void An_edit_of_the_C_sharp_allocates_little(bool hasDocument, long mostBytes)
    {
        ImmutableArray<AdditionalText> documents = hasDocument ? [new Document("shop.openapi.json", Document)] : [];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [s_project.Generator.AsSourceGenerator()], documents, new CSharpParseOptions(LanguageVersion.Latest), new ProjectOptions());
        CSharpCompilation compilation = s_project.CreateCompilation("class Edited { }");
        driver = Edit(driver, ref compilation, 0);

        // What runs for the first time is compiled and cached then.
        for (int i = 1; i < 4; i++)
        {
            driver = Edit(driver, ref compilation, i);
        }

        CSharpCompilation edited = Edited(compilation, 4);
        long before = GC.GetAllocatedBytesForCurrentThread();
        driver.RunGenerators(edited, TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"{allocated} bytes");
        Assert.InRange(allocated, 1, mostBytes);
    }

    [Fact]
    public void The_number_of_outputs_does_not_hang_on_how_many_files_a_document_has()
    {
        GeneratedCode code = s_project.Generate([new Document("shop.openapi.json", Document)], TestContext.Current.CancellationToken);

        // Operations, types, the client, the resolver, unions and their attribute, and what is told about documents and about
        // their names; that of what is pending has nothing here.
        Assert.Equal(8, code.Result.TrackedOutputSteps.Values.Sum(steps => steps.Select(step => step.Inputs[0].Source.Name).Distinct().Count()));
    }

    private static GeneratorDriver Edit(GeneratorDriver driver, ref CSharpCompilation compilation, int number)
    {
        compilation = Edited(compilation, number);
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, int number)
    {
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From($"class Edited{number} {{ }}")));
    }
}
