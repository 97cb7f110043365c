using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Patterns that lack a part, and cases of a switch that are missing.</summary>
internal static class Patterns
{
    private const string Kind = "pattern";

    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        UnaryPatternSyntax not => [Change.Of(not, not.Pattern, Kind)],
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal, Parent: IsPatternExpressionSyntax } constant
            when literal.IsKind(SyntaxKind.NullLiteralExpression) => [Change.Of(constant, "not null", Kind)],
        BinaryPatternSyntax both => [Change.Of(both, both.Left, Kind), Change.Of(both, both.Right, Kind)],
        PropertyPatternClauseSyntax clause => OfParts(clause.Subpatterns),
        SwitchExpressionSyntax cases => OfParts(cases.Arms, cases.Arms.Count - 1),
        SwitchSectionSyntax { Labels.Count: > 1 } section => section.Labels.Select(label => Change.Of(label, "", Kind)),
        _ => [],
    };

    // A part goes with the comma after it, or with the one before it if it is the last.
    private static IEnumerable<Change> OfParts<T>(SeparatedSyntaxList<T> parts, int? count = null)
        where T : SyntaxNode
    {
        for (int i = 0; i < (count ?? parts.Count); i++)
        {
            TextSpan span = parts[i].Span;
            if (i < parts.SeparatorCount)
            {
                span = TextSpan.FromBounds(span.Start, parts.GetSeparator(i).Span.End);
            }
            else if (i > 0)
            {
                span = TextSpan.FromBounds(parts.GetSeparator(i - 1).SpanStart, span.End);
            }

            yield return new Change(span, "", Kind);
        }
    }
}
