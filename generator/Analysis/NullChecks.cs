using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where a value is asked for null.</summary>
internal static class NullChecks
{
    /// <summary>Tells whether it is: by <c>??</c>, <c>?.</c>, <c>.Value</c>, <c>.HasValue</c>, or a comparison with null.</summary>
    public static bool IsAsked(SyntaxNode value)
    {
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax || (value.Parent is MemberAccessExpressionSyntax named && named.Name == value))
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left == value,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                (comparison.Left == value ? comparison.Right : comparison.Left).IsKind(SyntaxKind.NullLiteralExpression),
            ConditionalAccessExpressionSyntax conditional => conditional.Expression == value,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "HasValue" or "GetValueOrDefault" } member => member.Expression == value,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } => true,
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } } => true,
            _ => false,
        };
    }
}
