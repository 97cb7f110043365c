using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>
/// Finds whether a value was asked for null on the way to where it is read, in code for which the compiler does not know:
/// <c>#nullable disable</c>, and projects without nullable.
/// </summary>
internal static class Guards
{
    /// <summary>Tells whether the value is there wherever the code comes to it.</summary>
    public static bool IsAskedBefore(ExpressionSyntax value)
    {
        string text = Spell(value);
        for (SyntaxNode node = value; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            bool isTold = parent switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => both.Right == node && Tells(both.Left, text, true),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } one => one.Right == node && Tells(one.Left, text, false),
                ConditionalExpressionSyntax choice => (choice.WhenTrue == node && Tells(choice.Condition, text, true)) || (choice.WhenFalse == node && Tells(choice.Condition, text, false)),
                IfStatementSyntax branch => (branch.Statement == node && Tells(branch.Condition, text, true)) || (branch.Else == node && Tells(branch.Condition, text, false)),
                WhileStatementSyntax loop => loop.Statement == node && Tells(loop.Condition, text, true),
                _ => false,
            };
            if (isTold)
            {
                return true;
            }

            SyntaxList<StatementSyntax> statements = parent switch
            {
                BlockSyntax block => block.Statements,
                SwitchSectionSyntax section => section.Statements,
                _ => default,
            };
            foreach (StatementSyntax before in statements.TakeWhile(statement => statement != node).Reverse())
            {
                if (Leaves(before, text))
                {
                    return true;
                }

                if (Assigns(before, text))
                {
                    return false;
                }
            }
        }

        return false;
    }

    // Whoever comes past the statement has the value.
    private static bool Leaves(StatementSyntax statement, string text) => statement switch
    {
        IfStatementSyntax { Else: null } branch => IsEnd(branch.Statement) && Tells(branch.Condition, text, false),
        WhileStatementSyntax loop => Tells(loop.Condition, text, false) && !loop.DescendantNodes().OfType<BreakStatementSyntax>().Any(),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } call } => NameOf(call) switch
        {
            "Assert" => Tells(first.Expression, text, true),
            { } name => name.StartsWith("ThrowIfNull", StringComparison.Ordinal) && Spell(first.Expression) == text,
            _ => false,
        },
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: BinaryExpressionSyntax { Right: ThrowExpressionSyntax } given } } => Spell(given.Left) == text,
        _ => false,
    };

    private static bool IsEnd(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => IsEnd(last),
        _ => false,
    };

    private static bool Assigns(StatementSyntax statement, string text) => statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>()
        .Select(assignment => Spell(assignment.Left))
        .Any(left => text == left || text.StartsWith(left + ".", StringComparison.Ordinal));

    // Where the condition is true, or false, the value is there.
    private static bool Tells(ExpressionSyntax condition, string text, bool when) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Tells(inner, text, when),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => Tells(inner, text, !when),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => when ? Tells(both.Left, text, true) || Tells(both.Right, text, true) : Tells(both.Left, text, false) && Tells(both.Right, text, false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } one => when ? Tells(one.Left, text, true) && Tells(one.Right, text, true) : Tells(one.Left, text, false) || Tells(one.Right, text, false),
        BinaryExpressionSyntax comparison => Compares(comparison, text, when),
        IsPatternExpressionSyntax { Expression: var value, Pattern: var pattern } => Spell(value) == text && Matches(pattern, when),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } call => !when && NameOf(call)?.StartsWith("IsNullOr", StringComparison.Ordinal) == true && Spell(only.Expression) == text,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue", Expression: var value } => when && Spell(value) == text,
        _ => false,
    };

    private static bool Compares(BinaryExpressionSyntax comparison, string text, bool when)
    {
        (ExpressionSyntax one, ExpressionSyntax other) = comparison.Left is LiteralExpressionSyntax ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);
        bool isNull = other.IsKind(SyntaxKind.NullLiteralExpression);
        bool isValue = Spell(one) == text || (one is ConditionalAccessExpressionSyntax conditional && Spell(conditional.Expression) == text);
        return isValue && comparison.Kind() switch
        {
            SyntaxKind.NotEqualsExpression => when == isNull && other is LiteralExpressionSyntax,
            SyntaxKind.EqualsExpression => when != isNull && other is LiteralExpressionSyntax,
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => when && !isNull,
            SyntaxKind.IsExpression => when,
            _ => false,
        };
    }

    private static bool Matches(PatternSyntax pattern, bool when) => pattern switch
    {
        UnaryPatternSyntax { Pattern: var not } => Matches(not, !when),
        ParenthesizedPatternSyntax { Pattern: var inner } => Matches(inner, when),
        ConstantPatternSyntax { Expression: var constant } => when != constant.IsKind(SyntaxKind.NullLiteralExpression),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } one => when ? Matches(one.Left, true) && Matches(one.Right, true) : Matches(one.Left, false) || Matches(one.Right, false),
        BinaryPatternSyntax both => when ? Matches(both.Left, true) || Matches(both.Right, true) : Matches(both.Left, false) && Matches(both.Right, false),
        DeclarationPatternSyntax or RecursivePatternSyntax or TypePatternSyntax or ListPatternSyntax or RelationalPatternSyntax => when,
        _ => false,
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    // item?.Name and item.Name! are item.Name.
    private static string Spell(ExpressionSyntax value) => string.Concat(value.ToString().Where(letter => letter is not ('?' or '!') && !char.IsWhiteSpace(letter)));
}
