using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Finds every fault that can be made in a file.</summary>
internal static class MutantFinder
{
    private static readonly Func<SyntaxNode, SemanticModel, IEnumerable<Change>>[] s_kinds =
        [Conditions.Of, Patterns.Of, Operators.Of, Constants.Of, Calls.Of, Returns.Of];

    /// <summary>Finds the faults of a file.</summary>
    /// <param name="file">Its path below the repository.</param>
    /// <param name="model">What its code means.</param>
    public static IReadOnlyList<Mutant> Find(string file, SemanticModel model)
    {
        List<Mutant> found = [];
        SourceText text = model.SyntaxTree.GetText();
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot().DescendantNodes(node => !Exemptions.Covers(node)))
        {
            if (Exemptions.Covers(node) || node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Exemptions.Covers(call))
            {
                continue;
            }

            foreach (Change change in s_kinds.SelectMany(kind => kind(node, model)))
            {
                int line = text.Lines.GetLineFromPosition(change.Span.Start).LineNumber + 1;
                found.Add(new Mutant(file, line, change.Span, text.ToString(change.Span), change.Text, change.Kind));
            }
        }

        // Two kinds may come to the same: a condition that is a method's result.
        return [.. found.DistinctBy(mutant => (mutant.Span, mutant.MutatedText))];
    }
}
