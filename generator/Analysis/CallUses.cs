using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds the calls that a change matters to, also those that the compiler refuses because of it.</summary>
internal sealed class CallUses
{
    private const string Options = "options";

    private readonly MarkTable _marks;

    private CallUses(MarkTable marks) => _marks = marks;

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        CallUses uses = new(marks);
        start.RegisterSyntaxNodeAction(uses.OnInvocation, SyntaxKind.InvocationExpression);
        start.RegisterOperationAction(uses.OnMethodReference, OperationKind.MethodReference);
        if (marks.Has(MarkUse.Catch))
        {
            start.RegisterSyntaxNodeAction(uses.OnCatch, SyntaxKind.CatchClause);
        }
    }

    private void OnInvocation(SyntaxNodeAnalysisContext context)
    {
        InvocationExpressionSyntax call = (InvocationExpressionSyntax)context.Node;
        if (Clients.Has(call.SyntaxTree) || NameOf(call) is not { } name || MethodOf(call, context.SemanticModel, context.CancellationToken) is not { } method)
        {
            return;
        }

        CallArguments arguments = new(method, call.ArgumentList);
        foreach (Mark mark in _marks.Of(method.ContainingType, method.Name))
        {
            foreach (Diagnostic diagnostic in Judge(mark, call, name.GetLocation(), arguments, context.SemanticModel, context.CancellationToken))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    // Told where the clause is looked at, not where its calls are: an editor asks again for the line that it mends.
    private void OnCatch(SyntaxNodeAnalysisContext context)
    {
        CatchClauseSyntax clause = (CatchClauseSyntax)context.Node;
        IEnumerable<Diagnostic> told =
            from call in ((TryStatementSyntax)clause.Parent!).Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            let method = MethodOf(call, context.SemanticModel, context.CancellationToken)
            where method is not null
            from mark in _marks.Of(method.ContainingType, method.Name)
            where mark.Use == MarkUse.Catch
            from type in CatchUses.Find(clause, mark.Part, context.SemanticModel, context.CancellationToken)
            select Reports.Of(mark, type.GetLocation());
        foreach (Diagnostic diagnostic in told.Distinct())
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    // Null: nothing of it changed.
    private IMethodSymbol? MethodOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (NameOf(call) is not { } name || !_marks.Members.Contains(name.Identifier.ValueText))
        {
            return null;
        }

        SymbolInfo found = model.GetSymbolInfo(call, cancellationToken);
        return (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
    }

    private static IEnumerable<Diagnostic> Judge(
        Mark mark, InvocationExpressionSyntax call, Location name, CallArguments arguments, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (mark.Use)
        {
            case MarkUse.Call:
            case MarkUse.Result when IsResultUsed(call, model, cancellationToken) && !(mark.IsOfNull && NullChecks.IsHandled(call)):
            case MarkUse.NullCheck when NullChecks.IsAsked(call):
            case MarkUse.Answer when IsAnswerSeen(call, arguments):
            case MarkUse.Omitted when arguments.Of(mark.Parameter) is null:
                return [Reports.Of(mark, name)];
            case MarkUse.Given when arguments.Of(mark.Part) is { } given:
                return [Reports.Of(mark, given.GetLocation())];
            case MarkUse.Positional when arguments.Of(mark.Part) is { NameColon: null } placed:
                return [Reports.Of(mark, placed.GetLocation())];
            case MarkUse.Argument:
                return arguments.OfGone(mark.Part).Take(1).Select(gone => Reports.Of(mark, gone.NameColon?.GetLocation() ?? gone.GetLocation()));
            case MarkUse.Null or MarkUse.Bound when arguments.Of(mark.Use == MarkUse.Bound ? Bound.Read(mark.Part).Name : mark.Part) is { } value:
                return GivenValue.Judge(mark, value.Expression, model, cancellationToken) is { } told ? [told] : [];
            default:
                return [];
        }
    }

    // A method that is handed on is called by others, with arguments that nobody sees here.
    private void OnMethodReference(OperationAnalysisContext context)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)context.Operation;
        foreach (Mark mark in _marks.Of(reference.Method.ContainingType, reference.Method.Name))
        {
            if (mark.Use is MarkUse.Call or MarkUse.Result && reference.Parent is not INameOfOperation && !Clients.Has(reference.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Reports.Of(mark, reference.Syntax.GetLocation()));
            }
        }
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    private static bool IsResultUsed(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = Awaited.Outer(call);
        while (node.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == node)
        {
            node = Awaited.Outer(conditional);
        }

        return node.Parent switch
        {
            ExpressionStatementSyntax => false,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } assignment when assignment.Right == node =>
                model.GetSymbolInfo(left, cancellationToken).Symbol is not IDiscardSymbol,
            _ => true,
        };
    }

    // Options look at the answer (OnResponse), and AnswerOfAsync gives it.
    private static bool IsAnswerSeen(InvocationExpressionSyntax call, CallArguments arguments) =>
        arguments.Of(Options) is { Expression: not LiteralExpressionSyntax }
        || call.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => NameOf(outer)?.Identifier.ValueText.StartsWith("AnswerOfAsync", StringComparison.Ordinal) == true);
}
