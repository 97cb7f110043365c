using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Reach;

/// <summary>Writes a file with probes: calls that tell that a place is reached.</summary>
internal static class ProbeWriter
{
    private readonly record struct Edit(int Start, int Length, string Text);

    /// <summary>Writes a file with probes.</summary>
    /// <param name="model">What the file means.</param>
    /// <param name="places">The places, with their numbers.</param>
    public static string Write(SemanticModel model, IEnumerable<(Place Place, int Number)> places)
    {
        string text = model.SyntaxTree.GetText().ToString();
        StringBuilder result = new();
        int position = 0;
        foreach (Edit edit in places.SelectMany(place => Edits(place.Place.Node, place.Number, model)).OrderBy(edit => edit.Start))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.Start + edit.Length;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static IEnumerable<Edit> Edits(SyntaxNode node, int number, SemanticModel model)
    {
        string probe = $"global::MutantRecording.MutantProbe.At({number}); ";
        return node switch
        {
            BlockSyntax block => [Insert(block.OpenBraceToken.Span.End, probe)],
            StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } => [Insert(node.SpanStart, probe)],
            StatementSyntax => [Insert(node.SpanStart, "{ " + probe), Insert(node.Span.End, " }")],
            ArrowExpressionClauseSyntax arrow => OfArrow(arrow, probe, model),
            ExpressionSyntax { Parent: LambdaExpressionSyntax lambda } body =>
                [Insert(body.SpanStart, "{ " + probe + Return(body, model.GetSymbolInfo(lambda).Symbol)), Insert(body.Span.End, "; }")],
            _ => [],
        };
    }

    private static IEnumerable<Edit> OfArrow(ArrowExpressionClauseSyntax arrow, string probe, SemanticModel model)
    {
        SyntaxNode member = arrow.Parent!;
        ISymbol? symbol = model.GetDeclaredSymbol(member);
        bool isProperty = member is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        string open = (isProperty ? "{ get { " : "{ ") + probe + Return(arrow.Expression, isProperty ? null : symbol);
        return [new Edit(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, open), Insert(member.Span.End, isProperty ? " } }" : " }")];
    }

    private static string Return(ExpressionSyntax result, ISymbol? symbol)
    {
        bool isNothing = result is ThrowExpressionSyntax || symbol is IMethodSymbol method && GivesNothing(method);
        return isNothing ? "" : "return ";
    }

    private static bool GivesNothing(IMethodSymbol method) =>
        method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    private static Edit Insert(int position, string text) => new(position, 0, text);
}
