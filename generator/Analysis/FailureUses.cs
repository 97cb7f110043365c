using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where what a call threw is asked for a declared error without a <c>catch</c>: of a result, of a task.</summary>
internal sealed class FailureUses
{
    private const int Deepest = 8;

    private readonly MarkTable _marks;

    private FailureUses(MarkTable marks) => _marks = marks;

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        if (marks.Has(MarkUse.Catch))
        {
            start.RegisterSyntaxNodeAction(new FailureUses(marks).OnName, SyntaxKind.GenericName, SyntaxKind.IdentifierName);
        }
    }

    private void OnName(SyntaxNodeAnalysisContext context)
    {
        SimpleNameSyntax name = (SimpleNameSyntax)context.Node;
        if (name.Identifier.ValueText is not ("AppException" or "AppValidationException" or "TryGetError") || Clients.Has(name.SyntaxTree)
            || AskedOf(name) is not { } asked || name.FirstAncestorOrSelf<CatchClauseSyntax>() is not null)
        {
            return;
        }

        ISymbol? symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        List<IMethodSymbol> calls = new();
        Collect(asked, calls, 0, context.SemanticModel, context.CancellationToken);
        foreach (Mark mark in calls.SelectMany(call => _marks.Of(call.ContainingType, call.Name)).Where(mark => mark.Use == MarkUse.Catch && CatchUses.IsOf(symbol, mark.Part)).Distinct())
        {
            // Another call may have thrown it as before.
            bool isNote = calls.Any(call => CallUses.Throws(call) && IsOfClient(call, calls, mark) && !IsMarked(call, mark));
            context.ReportDiagnostic(Reports.Of(mark, name.GetLocation(), isNote));
        }
    }

    private bool IsMarked(IMethodSymbol call, Mark mark) => _marks.Of(call.ContainingType, call.Name).Any(one => one.Use == MarkUse.Catch && one.Part == mark.Part);

    private bool IsOfClient(IMethodSymbol call, List<IMethodSymbol> calls, Mark mark) =>
        calls.Any(other => IsMarked(other, mark) && SymbolEqualityComparer.Default.Equals(other.ContainingNamespace, call.ContainingNamespace));

    // What is asked whether it is of a type: by is, as, a pattern, an arm of a switch, or TryGetError<T>.
    private static ExpressionSyntax? AskedOf(SyntaxNode name)
    {
        if (name is GenericNameSyntax { Identifier.ValueText: "TryGetError", Parent: MemberAccessExpressionSyntax { Expression: var result } })
        {
            return result;
        }

        SyntaxNode node = name;
        while (node.Parent is TypeSyntax or PatternSyntax or SubpatternSyntax or PropertyPatternClauseSyntax or PositionalPatternClauseSyntax or VariableDesignationSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test when test.Right == node => test.Left,
            IsPatternExpressionSyntax test when test.Pattern == node => test.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Pattern == node => choice.GoverningExpression,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            _ => null,
        };
    }

    // The calls that a value comes from: those in it, and those that its variables were made by.
    private static void Collect(ExpressionSyntax value, List<IMethodSymbol> calls, int depth, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in value.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax && model.GetSymbolInfo(node, cancellationToken).Symbol is IMethodSymbol call)
            {
                calls.Add(call);
            }
            else if (depth < Deepest && node is IdentifierNameSyntax && model.GetSymbolInfo(node, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol
                && model.GetSymbolInfo(node, cancellationToken).Symbol?.DeclaringSyntaxReferences is [var declared]
                && declared.SyntaxTree == model.SyntaxTree && !value.Span.Contains(declared.Span)
                && SourceOf(declared.GetSyntax(cancellationToken)) is { } source)
            {
                Collect(source, calls, depth + 1, model, cancellationToken);
            }
        }
    }

    // A variable has the value that it starts at, that a pattern looks at, or that a method gives out; a parameter of a lambda comes from what the lambda is given to.
    private static ExpressionSyntax? SourceOf(SyntaxNode declared) => declared switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax given } } => ReceiverOf(given),
        SingleVariableDesignationSyntax designation => AskedOf(designation),
        ParameterSyntax { Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax given } } => ReceiverOf(given),
        ParameterSyntax { Parent.Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax given } } => ReceiverOf(given),
        _ => null,
    };

    private static ExpressionSyntax? ReceiverOf(ArgumentSyntax given) => given.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } ? receiver : null;
}
