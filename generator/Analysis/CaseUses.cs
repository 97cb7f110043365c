using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds code that goes through the values of an enum or the cases of a union.</summary>
internal sealed class CaseUses
{
    private const string TryGet = "TryGet";
    private const string Unknown = "TryGetUnknown";

    // What a union has beside those of its cases.
    private static readonly string[] s_general = { "TryGetValue", Unknown };

    private readonly MarkTable _marks;

    private CaseUses(MarkTable marks) => _marks = marks;

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        if (marks.Has(MarkUse.Cases))
        {
            CaseUses uses = new(marks);
            start.RegisterOperationAction(uses.OnSwitch, OperationKind.Switch);
            start.RegisterOperationAction(uses.OnSwitchExpression, OperationKind.SwitchExpression);
            start.RegisterSyntaxNodeAction(uses.OnInvocation, SyntaxKind.InvocationExpression);
        }
    }

    private void OnSwitch(OperationAnalysisContext context)
    {
        ISwitchOperation operation = (ISwitchOperation)context.Operation;
        ICaseClauseOperation? rest = operation.Cases.SelectMany(one => one.Clauses).FirstOrDefault(clause =>
            clause is IDefaultCaseClauseOperation || (clause is IPatternCaseClauseOperation { Guard: null } one && IsRest(one.Pattern)));
        Tell(context, operation.Value, rest?.Syntax);
    }

    private void OnSwitchExpression(OperationAnalysisContext context)
    {
        ISwitchExpressionOperation operation = (ISwitchExpressionOperation)context.Operation;
        Tell(context, operation.Value, operation.Arms.FirstOrDefault(arm => arm.Guard is null && IsRest(arm.Pattern))?.Syntax);
    }

    private static bool IsRest(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    private void Tell(OperationAnalysisContext context, IOperation value, SyntaxNode? rest)
    {
        foreach (Mark mark in MarksOf(value).Where(mark => !IsGone(mark) && !Clients.Has(value.Syntax.SyntaxTree)))
        {
            // What takes the rest takes this too: something to know. Without it, the value falls through.
            bool isNote = rest is not null && mark.Id != Diagnostics.DiagnosticDescriptors.WireMoved.Id;
            context.ReportDiagnostic(Reports.Of(mark, (rest ?? value.Syntax).GetLocation(), isNote));
        }
    }

    // color.Kind, color.Value, shape.Value, and a union itself.
    private IEnumerable<Mark> MarksOf(IOperation value)
    {
        INamedTypeSymbol? type = value.Type as INamedTypeSymbol;
        INamedTypeSymbol? owner = value is IPropertyReferenceOperation { Property: { Name: "Kind" or "Value" or "Kind_" or "Value_" } property } ? property.ContainingType
            : type is { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } ? type.ContainingType
            : type;
        return _marks.Of(owner, "").Where(mark => mark.Use == MarkUse.Cases);
    }

    private void OnInvocation(SyntaxNodeAnalysisContext context)
    {
        InvocationExpressionSyntax call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var name, Expression: var receiver }
            || !(name.Identifier.ValueText == "Match" || IsCase(name.Identifier.ValueText))
            || Clients.Has(call.SyntaxTree)
            || context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is not INamedTypeSymbol type)
        {
            return;
        }

        type = type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol value] } ? value : type;
        Mark[] marks = [.. _marks.Of(type, "").Where(mark => mark.Use == MarkUse.Cases)];
        if (marks.Length == 0)
        {
            return;
        }

        if (name.Identifier.ValueText == "Match")
        {
            foreach (Mark mark in marks)
            {
                context.ReportDiagnostic(Reports.Of(mark, name.GetLocation()));
            }

            return;
        }

        Tried tried = Tried.Of(call, type);
        if (!tried.IsFirst(call))
        {
            return;
        }

        foreach (Mark mark in marks.Where(mark => !IsGone(mark) && tried.HasAllBut(NewOf(marks))))
        {
            context.ReportDiagnostic(Reports.Of(mark, name.GetLocation(), isNote: tried.TakesRest && mark.Part.Length > 0));
        }
    }

    private static bool IsCase(string method) => method.StartsWith(TryGet, StringComparison.Ordinal) && !s_general.Contains(method);

    // Of a case that is gone its own names tell it; Match alone has a place less.
    private static bool IsGone(Mark mark) => mark.Part.StartsWith("-", StringComparison.Ordinal);

    private static HashSet<string> NewOf(IEnumerable<Mark> marks) => new(marks.Select(mark => TryGet + mark.Part), StringComparer.Ordinal);

    /// <summary>The cases of a union that the code of one member looks for.</summary>
    private sealed class Tried
    {
        private readonly List<(InvocationExpressionSyntax Call, string Method)> _calls;
        private readonly HashSet<string> _own;

        // Those of other types, of dictionaries and of a project's own extensions, are none.
        private Tried(List<(InvocationExpressionSyntax, string)> calls, HashSet<string> own)
        {
            _calls = calls;
            _own = own;
        }

        /// <summary>Gets whether something takes what is none of them: an <c>else</c>, or the case of what is unknown.</summary>
        public bool TakesRest => _calls.Any(call => call.Method == Unknown) || _calls.Any(call => LastOf(call.Call)?.Else is not null);

        public static Tried Of(SyntaxNode call, INamedTypeSymbol union)
        {
            HashSet<string> own = new(union.GetMembers().OfType<IMethodSymbol>().Select(method => method.Name).Where(name => IsCase(name) || name == Unknown), StringComparer.Ordinal);
            SyntaxNode body = call.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) ?? call;
            return new Tried(
                body.DescendantNodes().OfType<InvocationExpressionSyntax>()
                    .Where(one => one.Expression is MemberAccessExpressionSyntax member && own.Contains(member.Name.Identifier.ValueText))
                    .Select(one => (one, ((MemberAccessExpressionSyntax)one.Expression).Name.Identifier.ValueText))
                    .ToList(),
                own);
        }

        public bool IsFirst(SyntaxNode call) => _calls.Find(one => IsCase(one.Method)).Call == call;

        public bool HasAllBut(HashSet<string> added)
        {
            HashSet<string> tried = new(_calls.Select(call => call.Method), StringComparer.Ordinal);
            return _own.Where(name => IsCase(name) && !added.Contains(name)).All(tried.Contains) && !added.Any(tried.Contains);
        }

        // The if at the end of the chain that a condition begins or goes on.
        private static IfStatementSyntax? LastOf(SyntaxNode condition)
        {
            IfStatementSyntax? statement = condition.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault(one => one.Condition.Span.Contains(condition.Span));
            while (statement?.Else?.Statement is IfStatementSyntax next)
            {
                statement = next;
            }

            return statement;
        }
    }
}
