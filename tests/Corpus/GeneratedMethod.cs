using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Corpus;

/// <summary>A generated method for an operation.</summary>
/// <param name="Type">The class.</param>
/// <param name="Name">The method.</param>
/// <param name="Pointer">The JSON pointer of the operation, as the method's remarks give it.</param>
internal sealed record GeneratedMethod(string Type, string Name, string Pointer)
{
    /// <summary>Finds the methods whose remarks name a place under a document's paths.</summary>
    public static IEnumerable<GeneratedMethod> FindAll(IEnumerable<SyntaxTree> trees, string documentName) =>
        from tree in trees
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal)
        from pointer in Pointers(method, documentName)
        select new GeneratedMethod(
            ((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText, method.Identifier.ValueText, pointer);

    private static IEnumerable<string> Pointers(MethodDeclarationSyntax method, string documentName)
    {
        string prefix = documentName + "#/";
        foreach (string line in Remarks(method).Split('\n'))
        {
            int start = line.IndexOf(prefix, StringComparison.Ordinal);
            if (start >= 0)
            {
                yield return line[(start + prefix.Length - 1)..].TrimEnd();
            }
        }
    }

    private static string Remarks(MethodDeclarationSyntax method)
    {
        StringBuilder text = new();
        IEnumerable<SyntaxToken> tokens = method.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content)
            .OfType<XmlElementSyntax>()
            .Where(element => element.StartTag.Name.LocalName.ValueText == "remarks")
            .SelectMany(element => element.DescendantTokens());
        foreach (SyntaxToken token in tokens)
        {
            // A new element (or line) ends what came before; XML entities and text are one text.
            bool isText = token.IsKind(SyntaxKind.XmlTextLiteralToken) || token.IsKind(SyntaxKind.XmlEntityLiteralToken);
            text.Append(isText ? token.ValueText : "\n");
        }

        return text.ToString();
    }
}
