using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where a value is asked for null.</summary>
internal static class NullChecks
{
    /// <summary>Tells whether code goes on where the value is null: it asks, and not by <c>.Value</c>, which throws, or it looks at the value by patterns.</summary>
    public static bool IsHandled(SyntaxNode value) =>
        (IsAsked(value) && !IsValueOf(value)) || IsMatched(value) || IsDeclaredNullable(value) || IsConditional(value);

    /// <summary>Tells whether a number or the like is read as one that is there: <c>.Value</c>.</summary>
    public static bool IsValueOf(SyntaxNode value) => Awaited.Outer(value).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" };

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
            IsPatternExpressionSyntax { Pattern: var pattern } => IsNull(pattern),
            SwitchExpressionSyntax { Arms: var arms } => arms.Any(arm => IsNull(arm.Pattern)),
            _ => PatternOf(value) is { } pattern && IsNull(pattern),
        };
    }

    /// <summary>Tells whether the value is of a type that C# does not let be asked for null; null itself it can be nowhere any more.</summary>
    public static bool IsRefused(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(Awaited.Outer(value), cancellationToken).Type is not { IsReferenceType: true };

    // A pattern that asks whether something is there: { }, string text, not null. One that compares (> 3) fails without a word.
    private static bool IsMatched(SyntaxNode value) => Awaited.Outer(value).Parent switch
    {
        IsPatternExpressionSyntax { Pattern: var pattern } => AsksForPresence(pattern),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } => true,
        SwitchStatementSyntax { Sections: var sections } => sections.SelectMany(section => section.Labels).Any(label =>
            label is CasePatternSwitchLabelSyntax { Pattern: var pattern } ? IsNull(pattern) : label is CaseSwitchLabelSyntax { Value: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }),
        _ => IsGoneThrough(value) || IsTakenBefore(value) || (PatternOf(value) is { } pattern && AsksForPresence(pattern)),
    };

    private static bool AsksForPresence(PatternSyntax pattern) => pattern switch
    {
        DeclarationPatternSyntax or RecursivePatternSyntax or TypePatternSyntax or ListPatternSyntax => true,
        UnaryPatternSyntax { Pattern: var inner } => AsksForPresence(inner),
        ParenthesizedPatternSyntax { Pattern: var inner } => AsksForPresence(inner),
        _ => IsNull(pattern),
    };

    // { Name: null } => …, { Name: var name } => …: an arm before it took null.
    private static bool IsTakenBefore(SyntaxNode value) => value.FirstAncestorOrSelf<SwitchExpressionArmSyntax>() is { Parent: SwitchExpressionSyntax { Arms: var arms } } own
        && own.Pattern.Span.Contains(value.Span)
        && arms.TakeWhile(arm => arm != own).Any(arm => arm.WhenClause is null
            && arm.Pattern is RecursivePatternSyntax { Type: null, PropertyPatternClause.Subpatterns: [{ ExpressionColon.Expression: var name, Pattern: var pattern }] }
            && name.ToString() == value.ToString() && IsNull(pattern));

    // { Name.Length: … }
    private static bool IsGoneThrough(SyntaxNode value) => value.Parent is MemberAccessExpressionSyntax { Parent: ExpressionColonSyntax or MemberAccessExpressionSyntax } member && member.Expression == value
        && member.FirstAncestorOrSelf<ExpressionColonSyntax>() is not null;

    // order?.Quantity could be null before.
    private static bool IsConditional(SyntaxNode value) =>
        Awaited.Outer(value) is var outer && outer.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == outer;

    // Item? item = await …: whoever wrote it knows.
    private static bool IsDeclaredNullable(SyntaxNode value) => Awaited.Outer(value).Parent is EqualsValueClauseSyntax
    {
        Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: NullableTypeSyntax } },
    };

    // { Weight: … }
    private static PatternSyntax? PatternOf(SyntaxNode value) => value.Parent switch
    {
        NameColonSyntax { Parent: SubpatternSyntax of } => of.Pattern,
        ExpressionColonSyntax { Parent: SubpatternSyntax of } => of.Pattern,
        MemberAccessExpressionSyntax { Parent: ExpressionColonSyntax { Parent: SubpatternSyntax of } } member when member.Name == value || member.Expression != value => of.Pattern,
        _ => null,
    };

    private static bool IsNull(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
        UnaryPatternSyntax { Pattern: var not } => IsNull(not),
        BinaryPatternSyntax { Left: var left, Right: var right } => IsNull(left) || IsNull(right),
        _ => false,
    };
}
