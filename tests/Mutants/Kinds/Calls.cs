using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Calls and assignments that are left out, and arguments that change places.</summary>
internal static class Calls
{
    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        ExpressionStatementSyntax statement => [Change.Of(statement, ";", "dropped call")],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call
            when Gives(model, receiver, call) => [Change.Of(call, receiver, "dropped call")],
        ArgumentListSyntax { Arguments: var arguments } => OfArguments(arguments, model),
        _ => [],
    };

    // What a call makes of a thing is of its type: without the call the thing itself is there.
    private static bool Gives(SemanticModel model, ExpressionSyntax receiver, InvocationExpressionSyntax call) =>
        call.Parent is not ExpressionStatementSyntax
        && model.GetSymbolInfo(receiver).Symbol is not INamedTypeSymbol
        && model.GetTypeInfo(receiver).Type is { } type
        && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(call).Type);

    private static IEnumerable<Change> OfArguments(SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel model)
    {
        for (int i = 0; i + 1 < arguments.Count; i++)
        {
            ArgumentSyntax first = arguments[i];
            ArgumentSyntax second = arguments[i + 1];
            if (IsPlain(first) && IsPlain(second) && first.ToString() != second.ToString() && IsSameType(first, second, model))
            {
                yield return new Change(TextSpan.FromBounds(first.SpanStart, second.Span.End), $"{second}, {first}", "swapped arguments");
            }
        }
    }

    private static bool IsPlain(ArgumentSyntax argument) => argument.NameColon is null && argument.RefKindKeyword.IsKind(SyntaxKind.None);

    private static bool IsSameType(ArgumentSyntax first, ArgumentSyntax second, SemanticModel model) =>
        model.GetTypeInfo(first.Expression).ConvertedType is { } type
        && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(second.Expression).ConvertedType);
}
