using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where a value is asked for null.</summary>
internal static class NullChecks
{
    /// <summary>Tells whether code goes on where the value is null: it asks, and not by <c>.Value</c>, which throws.</summary>
    public static bool IsHandled(SyntaxNode value) =>
        IsAsked(value) && !(Awaited.Outer(value).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" });

    /// <summary>Tells whether it is: by <c>??</c>, <c>?.</c>, <c>.Value</c>, <c>.HasValue</c>, or a comparison with null.</summary>
    public static bool IsAsked(SyntaxNode value)
    {
        value = Awaited.Outer(value);
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
