using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Conditions that are always or never met, that are turned round, or that lack a part.</summary>
internal static class Conditions
{
    private const string Kind = "condition";

    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        IfStatementSyntax { Condition: var condition } => OfCondition(condition),
        ConditionalExpressionSyntax { Condition: var condition } => OfCondition(condition),
        WhenClauseSyntax { Condition: var condition } => OfCondition(condition),
        CatchFilterClauseSyntax { FilterExpression: var condition } => OfCondition(condition),
        // One that is always met would only never end.
        WhileStatementSyntax { Condition: var condition } when condition is not LiteralExpressionSyntax =>
            [Never(condition)],
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => OfOperator(both, "||"),
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => OfOperator(either, "&&"),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => [Change.Of(not, not.Operand, Kind)],
        _ => [],
    };

    /// <summary>Turns a condition round.</summary>
    public static Change Negate(ExpressionSyntax condition) => Change.Of(condition, $"!({condition})", Kind);

    // The condition stays, so that the variables that it declares do.
    private static Change Never(ExpressionSyntax condition) => Change.Of(condition, $"({condition}) && false", Kind);

    private static IEnumerable<Change> OfCondition(ExpressionSyntax condition) =>
        [Negate(condition), Never(condition), Change.Of(condition, $"({condition}) || true", Kind)];

    private static IEnumerable<Change> OfOperator(BinaryExpressionSyntax node, string other) =>
    [
        Change.Of(node, node.Left, Kind),
        Change.Of(node, node.Right, Kind),
        Change.Of(node, $"({node.Left} {other} {node.Right})", Kind),
    ];
}
