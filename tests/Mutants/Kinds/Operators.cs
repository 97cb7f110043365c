using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Boundaries that are one off, equality that is difference, sums that are differences.</summary>
internal static class Operators
{
    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary, model),
        RelationalPatternSyntax pattern when Boundary(pattern.OperatorToken) is { } other =>
            [Change.Of(pattern, pattern.OperatorToken, other, "boundary")],
        AssignmentExpressionSyntax assignment when OtherSum(assignment.OperatorToken) is { } other && IsNumber(assignment, model) =>
            [Change.Of(assignment, assignment.OperatorToken, other, "arithmetic")],
        PostfixUnaryExpressionSyntax { Parent: not ForStatementSyntax } step when OtherSum(step.OperatorToken) is { } other =>
            [Change.Of(step, step.OperatorToken, other, "arithmetic")],
        PrefixUnaryExpressionSyntax { Parent: not ForStatementSyntax } step when OtherSum(step.OperatorToken) is { } other =>
            [Change.Of(step, step.OperatorToken, other, "arithmetic")],
        _ => [],
    };

    private static IEnumerable<Change> OfBinary(BinaryExpressionSyntax node, SemanticModel model)
    {
        if (Boundary(node.OperatorToken) is { } boundary)
        {
            yield return Change.Of(node, node.OperatorToken, boundary, "boundary");
        }

        if (Opposite(node.OperatorToken) is { } opposite)
        {
            yield return Change.Of(node, node.OperatorToken, opposite, "equality");
        }

        if (OtherArithmetic(node.OperatorToken) is { } other && IsNumber(node, model))
        {
            yield return Change.Of(node, $"({node.Left} {other} {node.Right})", "arithmetic");
        }

        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            yield return Change.Of(node, Primary(node.Left) + "!", "default");
            yield return Change.Of(node, node.Right, "default");
        }
    }

    private static string? Boundary(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.LessThanToken => "<=",
        SyntaxKind.LessThanEqualsToken => "<",
        SyntaxKind.GreaterThanToken => ">=",
        SyntaxKind.GreaterThanEqualsToken => ">",
        _ => null,
    };

    private static string? Opposite(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.EqualsEqualsToken => "!=",
        SyntaxKind.ExclamationEqualsToken => "==",
        _ => null,
    };

    private static string? OtherArithmetic(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.PlusToken => "-",
        SyntaxKind.MinusToken => "+",
        SyntaxKind.AsteriskToken => "/",
        SyntaxKind.SlashToken or SyntaxKind.PercentToken => "*",
        SyntaxKind.AmpersandToken => "|",
        SyntaxKind.BarToken => "&",
        SyntaxKind.LessThanLessThanToken => ">>",
        SyntaxKind.GreaterThanGreaterThanToken => "<<",
        _ => null,
    };

    private static string? OtherSum(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.PlusEqualsToken => "-=",
        SyntaxKind.MinusEqualsToken => "+=",
        SyntaxKind.PlusPlusToken => "--",
        SyntaxKind.MinusMinusToken => "++",
        _ => null,
    };

    // A name in parentheses would be a cast.
    private static string Primary(ExpressionSyntax node) =>
        node is AwaitExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax ? $"({node})" : node.ToString();

    // A text has a sum too, but no difference.
    private static bool IsNumber(SyntaxNode node, SemanticModel model) =>
        model.GetTypeInfo(node).Type is { IsValueType: true } or { TypeKind: TypeKind.Enum };
}
