using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>A piece of code and what may stand there instead.</summary>
/// <param name="Span">The place.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Kind">What kind of fault it is.</param>
internal readonly record struct Change(TextSpan Span, string Text, string Kind)
{
    /// <summary>Replaces a node.</summary>
    public static Change Of(SyntaxNode node, string text, string kind) => new(node.Span, text, kind);

    /// <summary>Replaces a node by one of its parts.</summary>
    public static Change Of(SyntaxNode node, SyntaxNode part, string kind) => new(node.Span, part.ToString(), kind);

    /// <summary>Replaces a token of a node; the whole node is shown, so that one sees where.</summary>
    public static Change Of(SyntaxNode node, SyntaxToken token, string text, string kind)
    {
        string all = node.ToString();
        int start = token.SpanStart - node.SpanStart;
        return new(node.Span, all[..start] + text + all[(start + token.Span.Length)..], kind);
    }
}
