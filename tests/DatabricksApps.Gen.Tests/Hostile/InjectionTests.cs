using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Documents with code in every place that holds a text: names, descriptions, defaults, media types, styles, tags.</summary>
public sealed class InjectionTests
{
    private static readonly string s_documents = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Hostile", "Injection");

    [Theory]
    [InlineData("every-place.openapi.json", "every-place.openapi.json")]
    [InlineData("every-place.openapi.json", "file'); class PWN{} .openapi.json")]
    [InlineData("every-place.gradio.json", "every-place.gradio.json")]
    public void No_text_becomes_code(string file, string name)
    {
        GeneratedCode code = Generation.RunAndCompile(new Document(name, File.ReadAllText(Path.Combine(s_documents, file))));

        Assert.DoesNotContain(
            code.Trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<BaseTypeDeclarationSyntax>(),
            type => type.Identifier.ValueText == "PWN");
        Assert.DoesNotContain(
            code.Trees.SelectMany(tree => tree.GetRoot().DescendantTrivia()),
            trivia => trivia.IsDirective && trivia.ToString().Contains("PWN", StringComparison.Ordinal));
        Assert.All(code.Trees, tree => Assert.DoesNotContain("..", Path.GetFileName(tree.FilePath), StringComparison.Ordinal));
        Assert.Equal(
            file.Contains("gradio", StringComparison.Ordinal) ? 1 : 2 * 27,
            code.Trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>()
                .Count(method => method.Identifier.ValueText is not ("AnswerOfAsync" or "ResultOfAsync" or "FailureOfAsync") && method.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal) && method.Modifiers.Any(modifier => modifier.ValueText == "public")));
    }
}
