using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Places where a fault says nothing about the tests: what is said of code, the words of failures, checks of arguments.</summary>
internal static class Exemptions
{
    /// <summary>Whether nothing in a node is mutated.</summary>
    public static bool Covers(SyntaxNode node) => node switch
    {
        AttributeListSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
        // Which context a continuation runs in shows in a program with a user interface alone.
        ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } } } => true,
        MethodDeclarationSyntax { Identifier.Text: "GetHashCode" } => true,
        ObjectCreationExpressionSyntax creation => creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => IsCheck(call.Expression),
        _ => false,
    };

    private static bool IsCheck(ExpressionSyntax called)
    {
        string text = called.ToString();
        return text.StartsWith("Debug.", StringComparison.Ordinal)
            || text.StartsWith("GC.", StringComparison.Ordinal)
            || text is "nameof"
            || text.Contains("Exception.ThrowIf", StringComparison.Ordinal);
    }
}
