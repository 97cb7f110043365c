using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Takes away the clauses of a <c>try</c> that no call in it reaches any more.</summary>
internal static class CatchFix
{
    private const string Kind = "Catch";
    private const string Title = "Remove the dead catch";

    /// <param name="code">The file.</param>
    /// <param name="node">The error that is caught, or asked for by a filter.</param>
    public static Fix? Of(ChangedCode code, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Parent: TryStatementSyntax statement } told)
        {
            return null;
        }

        // All that are dead, so that two fixes of one statement are the same.
        List<CatchClauseSyntax> dead = statement.Catches.Where(clause => IsDead(code, statement, clause)).ToList();
        return !dead.Contains(told) ? null : new Fix(
            Kind, Title, dead.Count < statement.Catches.Count || statement.Finally is not null ? dead.ConvertAll(Taken) : Unwrapped(code, statement));
    }

    // What else is awaited may throw the error as before.
    private static bool IsDead(ChangedCode code, TryStatementSyntax statement, CatchClauseSyntax clause)
    {
        List<ExpressionSyntax> awaited = statement.Block.DescendantNodes().OfType<AwaitExpressionSyntax>().Select(one => WithoutConfiguration(one.Expression)).ToList();
        return awaited.Count > 0
            && !statement.Block.DescendantTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword) && token.Parent is not AwaitExpressionSyntax)
            && awaited.All(one => one is InvocationExpressionSyntax call && code.SymbolOf(call) is IMethodSymbol method
                && code.MarksOf(method, MarkUse.Catch).Any(mark =>
                    CatchUses.Find(clause, mark.Part, code.Model, code.CancellationToken).Any(error => IsAllOf(clause, error))));
    }

    private static ExpressionSyntax WithoutConfiguration(ExpressionSyntax awaited) =>
        awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var call } } ? call : awaited;

    // Nothing but this error comes to the clause: it is what is caught, or the whole filter asks for it.
    private static bool IsAllOf(CatchClauseSyntax clause, SyntaxNode error) => clause.Declaration?.Type == error || clause.Filter?.FilterExpression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } asked => asked.Right == error,
        IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax asked } => asked.Type == error,
        IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax asked } => asked.Type == error,
        _ => false,
    };

    private static TextChange Taken(CatchClauseSyntax clause) =>
        new(TextSpan.FromBounds(clause.GetFirstToken().GetPreviousToken().Span.End, clause.Span.End), "");

    // Without any clause there is no try. Names that are declared in it, and remarks beside it, keep the braces.
    private static List<TextChange> Unwrapped(ChangedCode code, TryStatementSyntax statement)
    {
        BlockSyntax block = statement.Block;
        TextSpan all = statement.Span;
        if (block.Statements.Count == 0 || statement.Parent is not BlockSyntax || block.Statements.Any(Declares) || HasRemarks(block))
        {
            return [new TextChange(TextSpan.FromBounds(all.Start, block.SpanStart), ""), new TextChange(TextSpan.FromBounds(block.Span.End, all.End), "")];
        }

        TextSpan inner = TextSpan.FromBounds(block.Statements[0].SpanStart, block.Statements.Last().Span.End);
        SourceText text = code.Root.SyntaxTree.GetText(code.CancellationToken);
        List<TextChange> changes = [new TextChange(TextSpan.FromBounds(all.Start, inner.Start), "")];
        int deeper = IndentOf(text, inner.Start) - IndentOf(text, all.Start);
        for (int line = text.Lines.IndexOf(inner.Start) + 1; deeper > 0 && line <= text.Lines.IndexOf(inner.End); line++)
        {
            // Lines that begin within a string are part of it.
            int start = text.Lines[line].Start;
            if (code.Root.FindToken(start).SpanStart >= start && IndentOf(text, start) >= deeper)
            {
                changes.Add(new TextChange(new TextSpan(start, deeper), ""));
            }
        }

        changes.Add(new TextChange(TextSpan.FromBounds(inner.End, all.End), ""));
        return changes;
    }

    private static bool Declares(StatementSyntax statement) => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax
        || statement.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);

    private static bool HasRemarks(BlockSyntax block) =>
        block.Statements[0].GetLeadingTrivia().Concat(block.CloseBraceToken.LeadingTrivia).Concat(block.OpenBraceToken.TrailingTrivia)
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static int IndentOf(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Length - line.TrimStart().Length;
    }
}
