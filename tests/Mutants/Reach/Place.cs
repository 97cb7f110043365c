using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Reach;

/// <summary>A place in the code that a probe stands at: a statement, or the expression that a member is.</summary>
/// <param name="Node">The statement, the body of a lambda, the clause with the arrow, or the block of a constructor.</param>
internal readonly record struct Place(SyntaxNode Node)
{
    /// <summary>Finds the place by which one knows that a piece of code was run; null for what runs when a type or an instance is made.</summary>
    public static Place? Of(SyntaxNode root, TextSpan span)
    {
        for (SyntaxNode? node = root.FindToken(span.Start).Parent; node is not null; node = node.Parent)
        {
            if (node is ConstructorInitializerSyntax { Parent: ConstructorDeclarationSyntax constructor })
            {
                return (constructor.Body as SyntaxNode ?? constructor.ExpressionBody) is { } body ? new Place(body) : null;
            }

            if (IsPlace(node) && node.Span.Contains(span))
            {
                return new Place(node);
            }
        }

        return null;
    }

    private static bool IsPlace(SyntaxNode node) => node switch
    {
        BlockSyntax => false,
        StatementSyntax => true,
        ArrowExpressionClauseSyntax => true,
        ExpressionSyntax { Parent: LambdaExpressionSyntax lambda } => lambda.ExpressionBody == node,
        _ => false,
    };
}
