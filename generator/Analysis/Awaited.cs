using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Gets from a call to its result: <c>(await X().ConfigureAwait(false))</c>.</summary>
internal static class Awaited
{
    /// <summary>Gets the outermost expression that has the same value; without <c>await</c> and parentheses, the node itself.</summary>
    public static SyntaxNode Outer(SyntaxNode value)
    {
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax || (value.Parent is MemberAccessExpressionSyntax named && named.Name == value)
            || IsConfigured(value.Parent))
        {
            value = IsConfigured(value.Parent) ? value.Parent!.Parent! : value.Parent!;
        }

        return value;
    }

    private static bool IsConfigured(SyntaxNode? node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax };
}
