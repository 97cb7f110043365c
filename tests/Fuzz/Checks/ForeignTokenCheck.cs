using DatabricksApps.Fuzz.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Fuzz.Checks;

/// <summary>Nothing that a document says is code: it stands in texts and comments alone.</summary>
internal static class ForeignTokenCheck
{
    private static readonly string[] s_directives =
        ["#nullable enable annotations", "#nullable disable warnings", "#pragma warning disable CS0612, CS0618", "#pragma warning disable CS1573, CS1591", "#pragma warning disable CS9042"];

    private static readonly SyntaxKind[] s_texts =
    [
        SyntaxKind.StringLiteralToken, SyntaxKind.Utf8StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        SyntaxKind.Utf8SingleLineRawStringLiteralToken, SyntaxKind.Utf8MultiLineRawStringLiteralToken, SyntaxKind.InterpolatedStringTextToken,
        SyntaxKind.XmlTextLiteralToken, SyntaxKind.XmlEntityLiteralToken,
    ];

    /// <summary>Finds tokens and directives that are not the generator's.</summary>
    public static IEnumerable<Failure> Find(IEnumerable<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            SyntaxNode root = tree.GetRoot();
            for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            {
                if (!s_directives.Contains(directive.ToString().Trim()))
                {
                    yield return new Failure("foreign directive", $"{tree.FilePath}: {directive}");
                }
            }

            if (tree.ToString().Contains(Texts.Canary, StringComparison.Ordinal) && FindToken(root) is { } token)
            {
                yield return new Failure($"foreign token {token.Kind()}", $"{tree.GetLineSpan(token.Span)}: {token}");
            }
        }
    }

    private static SyntaxToken? FindToken(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.Text.Contains(Texts.Canary, StringComparison.Ordinal) && !s_texts.Contains(token.Kind()))
            {
                return token;
            }
        }

        return null;
    }
}
