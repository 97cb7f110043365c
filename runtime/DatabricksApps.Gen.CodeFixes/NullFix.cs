using System.Linq;
using DatabricksApps.Gen.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Says what a value is where it may be null now, in the least words: code that reads it goes on with what C# has for nothing.</summary>
internal static class NullFix
{
    private const string Kind = "Default";

    /// <param name="code">The file.</param>
    /// <param name="node">The name of the property that is read.</param>
    public static Fix? OfRead(ChangedCode code, SyntaxNode node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == node => Of(code, access),
        _ => null,
    };

    /// <param name="code">The file.</param>
    /// <param name="node">The name of the method whose result is used.</param>
    public static Fix? OfResult(ChangedCode code, SyntaxNode node)
    {
        ExpressionSyntax? call = ChangedCode.CallOf(node);
        if (call?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            call = configured;
        }

        return call?.Parent is AwaitExpressionSyntax awaited ? Of(code, awaited) : null;
    }

    private static Fix? Of(ChangedCode code, ExpressionSyntax value)
    {
        if (IsNoPlain(value) || IsPartOfConditional(value) || NullChecks.IsAsked(value) || DefaultOf(code.TypeOf(value)) is not { } nothing)
        {
            return null;
        }

        bool isPlain = value.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax
            or InterpolationSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax or ParenthesizedExpressionSyntax or LambdaExpressionSyntax
            or CommonForEachStatementSyntax or AnonymousObjectMemberDeclaratorSyntax;
        TextChange end = new(new TextSpan(value.Span.End, 0), $" ?? {nothing}{(isPlain ? "" : ")")}");
        TextChange start = new(new TextSpan(value.SpanStart, 0), "(");
        if (ImpliedName.Of(value) is { } name)
        {
            return new Fix(Kind, $"Use {nothing} in place of null", [new TextChange(new TextSpan(value.SpanStart, 0), name), end]);
        }

        return new Fix(Kind, $"Use {nothing} in place of null", isPlain ? [end] : [start, end]);
    }

    // Written, handed on as a variable, or asked for by a pattern, which null does not match.
    private static bool IsNoPlain(ExpressionSyntax value) => value.Parent is IsPatternExpressionSyntax or RefExpressionSyntax or PostfixUnaryExpressionSyntax
        || (value.Parent is AssignmentExpressionSyntax assignment && assignment.Left == value)
        || (value.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None))
        || value.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression };

    // orders?[0].Quantity: the whole of it may be null anyway.
    private static bool IsPartOfConditional(ExpressionSyntax value) =>
        value is ConditionalAccessExpressionSyntax || value.Ancestors().TakeWhile(node => node is ExpressionSyntax).OfType<ConditionalAccessExpressionSyntax>().Any(access => access.WhenNotNull.Span.Contains(value.Span));

    // Of a class nothing can be said: its default is null again.
    private static string? DefaultOf(ITypeSymbol? type) => type switch
    {
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "default",
        { SpecialType: SpecialType.System_String } => "\"\"",
        { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } => "[]",
        _ => null,
    };
}
