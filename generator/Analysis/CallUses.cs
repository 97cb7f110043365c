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
        start.RegisterSyntaxNodeAction(uses.OnRefused, SyntaxKind.SimpleMemberAccessExpression);
        if (marks.Has(MarkUse.Catch) || marks.Has(MarkUse.Filter))
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
        IReadOnlyList<Mark> marks = _marks.Of(method.ContainingType, method.Name);
        foreach (Mark mark in marks)
        {
            // What null left out is told as that.
            if (mark.Use == MarkUse.Null && marks.Any(other => other.Use == MarkUse.Omitted && other.Parameter == mark.Part)
                && arguments.Of(mark.Part) is { } nothing && IsNothing(nothing.Expression, context.SemanticModel, context.CancellationToken))
            {
                continue;
            }

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
            where mark.Use == MarkUse.Catch || (mark.Use == MarkUse.Filter && clause.Filter is not null)
            from type in CatchUses.Find(clause, mark.Part, context.SemanticModel, context.CancellationToken)
            select Reports.Of(mark, type.GetLocation(), isNote: mark.Use == MarkUse.Catch && HasOther(clause, method, mark, context.SemanticModel, context.CancellationToken));
        foreach (Diagnostic diagnostic in told.Distinct())
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    // Another call of the same client may throw the error as before; what each of them declares is not known here.
    private bool HasOther(CatchClauseSyntax clause, IMethodSymbol changed, Mark mark, SemanticModel model, CancellationToken cancellationToken) =>
        ((TryStatementSyntax)clause.Parent!).Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call, cancellationToken).Symbol)
            .Any(other => other is IMethodSymbol { ContainingType: { } type } && type.ContainingNamespace.Equals(changed.ContainingNamespace, SymbolEqualityComparer.Default)
                && Throws((IMethodSymbol)other)
                && !_marks.Of(type, other.Name).Any(one => one.Use == MarkUse.Catch && one.Part == mark.Part));

    /// <summary>Tells whether a method of a client is a call, and not one that is given calls: <c>ResultOfAsync</c>.</summary>
    public static bool Throws(IMethodSymbol method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Parameters.All(parameter => parameter.Type is not INamedTypeSymbol { DelegateInvokeMethod: not null });

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
            case MarkUse.NullCheck when NullChecks.IsAsked(call) && NullChecks.IsRefused(call, model, cancellationToken):
            case MarkUse.Answer when IsAnswerSeen(call, arguments):
            case MarkUse.Omitted when arguments.Of(mark.Parameter) is null:
                return [Reports.Of(mark, name)];
            case MarkUse.Omitted when arguments.Of(mark.Parameter) is { } nothing && IsNothing(nothing.Expression, model, cancellationToken):
                return [Reports.Of(mark, nothing.GetLocation())];
            case MarkUse.Given when arguments.Of(mark.Part) is { } given && !(arguments.TypeOf(mark.Part, isOptional: true) is not null && IsNothing(given.Expression, model, cancellationToken)):
                return [Reports.Of(mark, given.GetLocation())];
            case MarkUse.Positional when arguments.Of(mark.Part) is { NameColon: null } placed:
                return [Reports.Of(mark, placed.GetLocation())];
            case MarkUse.Placed when arguments.OfLast(model, cancellationToken) is { } last:
                return [Reports.Of(mark, last.GetLocation())];
            case MarkUse.Argument:
                return arguments.OfGone(mark.Part).Take(1).Select(gone => Reports.Of(mark, gone.NameColon?.GetLocation() ?? gone.GetLocation()));
            case MarkUse.Null or MarkUse.Bound or MarkUse.Unfit when NameIn(mark) is var parameter && arguments.Of(parameter) is { } value:
                return GivenValue.Judge(mark, value.Expression, arguments.TypeOf(parameter), model, cancellationToken) is { } told ? [told] : [];
            default:
                return [];
        }
    }

    private static string NameIn(Mark mark) => mark.Use == MarkUse.Bound ? Bound.Read(mark.Part).Name : mark.Part;

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

    // A method whose parameters are others than the delegate's has no operation.
    private void OnRefused(SyntaxNodeAnalysisContext context)
    {
        MemberAccessExpressionSyntax access = (MemberAccessExpressionSyntax)context.Node;
        if (!_marks.Members.Contains(access.Name.Identifier.ValueText) || access.Parent is InvocationExpressionSyntax || Clients.Has(access.SyntaxTree))
        {
            return;
        }

        SymbolInfo found = context.SemanticModel.GetSymbolInfo(access, context.CancellationToken);
        if (found.Symbol is null && found.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault() is { } method
            && _marks.Of(method.ContainingType, method.Name).FirstOrDefault(mark => mark.Text.Length > 0) is { } mark)
        {
            context.ReportDiagnostic(Reports.Of(mark, access.Name.GetLocation()));
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

            // Task Fire() => depot.ReadAsync(): nobody sees what is in it.
            _ when node is ExpressionSyntax whole && model.GetTypeInfo(whole, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } => false,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } assignment when assignment.Right == node =>
                model.GetSymbolInfo(left, cancellationToken).Symbol is not IDiscardSymbol,
            _ => true,
        };
    }

    // Options look at the answer (OnResponse), and AnswerOfAsync gives it.
    private static bool IsAnswerSeen(InvocationExpressionSyntax call, CallArguments arguments) =>
        (arguments.Of(Options) is { Expression: var options } && options is not LiteralExpressionSyntax && !IsBlind(options))
        || call.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => NameOf(outer)?.Identifier.ValueText.StartsWith("AnswerOfAsync", StringComparison.Ordinal) == true);

    // What is null is not sent.
    private static bool IsNothing(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        GivenValue.IsNull(value, model, cancellationToken)
        || (value.IsKind(SyntaxKind.DefaultLiteralExpression) && model.GetTypeInfo(value, cancellationToken).ConvertedType is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T });

    // What is made here, and says nothing of the answer, looks at none.
    private static bool IsBlind(ExpressionSyntax options) => options is BaseObjectCreationExpressionSyntax { Initializer: var initializer }
        && initializer?.Expressions.Any(one => one is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "OnResponse" } }) != true;
}
