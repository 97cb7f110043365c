using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Harness;

/// <summary>Reads the places in the document that the documentation of generated code names.</summary>
public static class Remarks
{
    /// <summary>Gets the JSON pointers of a declaration, such as <c>/components/schemas/Item</c>.</summary>
    /// <param name="declaration">A type or method.</param>
    /// <param name="documentName">The document's file name.</param>
    public static IEnumerable<string> PointersOf(MemberDeclarationSyntax declaration, string documentName)
    {
        string prefix = documentName + "#/";
        foreach (string line in TextOf(declaration).Split('\n'))
        {
            int start = line.IndexOf(prefix, StringComparison.Ordinal);
            if (start >= 0)
            {
                yield return line[(start + prefix.Length - 1)..].TrimEnd();
            }
        }
    }

    private static string TextOf(MemberDeclarationSyntax declaration)
    {
        StringBuilder text = new();
        IEnumerable<SyntaxToken> tokens = declaration.GetLeadingTrivia()
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
