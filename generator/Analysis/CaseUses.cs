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
    private const string From = "From";
    private const string Unknown = "TryGetUnknown";

    // What a union has beside those of its cases.
    private static readonly string[] s_general = { "TryGetValue", Unknown };

    private static readonly string[] s_parts = { CaseParts.Gone, CaseParts.Moved, CaseParts.Order };

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
            if (marks.Of(MarkUse.Cases).Any(found => found.Mark.Part.StartsWith(CaseParts.Moved, StringComparison.Ordinal)))
            {
                start.RegisterOperationAction(uses.OnConversion, OperationKind.Conversion);
            }

            start.RegisterOperationAction(uses.OnPattern, OperationKind.IsPattern);
            start.RegisterOperationAction(uses.OnIsType, OperationKind.IsType);
        }
    }

    private void OnSwitch(OperationAnalysisContext context)
    {
        ISwitchOperation operation = (ISwitchOperation)context.Operation;
        ICaseClauseOperation[] clauses = [.. operation.Cases.SelectMany(one => one.Clauses)];
        ICaseClauseOperation? rest = clauses.FirstOrDefault(clause =>
            clause is IDefaultCaseClauseOperation || (clause is IPatternCaseClauseOperation { Guard: null } one && IsRest(one.Pattern)));

        // A statement that picks some of the values leaves the rest to what comes after it, as an else does.
        Tell(context, operation.Value, rest?.Syntax ?? (HasAll(operation.Value, clauses.Length) ? null : operation.Value.Syntax));
        foreach (IPatternCaseClauseOperation clause in clauses.OfType<IPatternCaseClauseOperation>())
        {
            Tell(context, OwnerOf(operation.Value), TypeOf(clause.Pattern), clause.Pattern.Syntax.GetLocation(), CaseParts.Gone);
        }
    }

    private void OnSwitchExpression(OperationAnalysisContext context)
    {
        ISwitchExpressionOperation operation = (ISwitchExpressionOperation)context.Operation;
        Tell(context, operation.Value, operation.Arms.FirstOrDefault(arm => arm.Guard is null && IsRest(arm.Pattern))?.Syntax);
        foreach (ISwitchExpressionArmOperation arm in operation.Arms)
        {
            Tell(context, OwnerOf(operation.Value), TypeOf(arm.Pattern), arm.Pattern.Syntax.GetLocation(), CaseParts.Gone);
        }
    }

    private static bool IsRest(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    private void Tell(OperationAnalysisContext context, IOperation value, SyntaxNode? rest)
    {
        if (Clients.Has(value.Syntax.SyntaxTree))
        {
            return;
        }

        // What takes the rest takes this too: something to know. Without it, the value falls through.
        foreach (Mark mark in MarksOf(value))
        {
            if (!IsOfOne(mark) && IsMeant(mark, rest is not null))
            {
                context.ReportDiagnostic(Reports.Of(mark, (rest ?? value.Syntax).GetLocation()));
            }
            else if (mark.Part.StartsWith(CaseParts.Moved, StringComparison.Ordinal))
            {
                context.ReportDiagnostic(Reports.Of(mark, value.Syntax.GetLocation()));
            }
        }
    }

    private static bool IsMeant(Mark mark, bool hasRest) => mark.Use == (hasRest ? MarkUse.Rest : MarkUse.Cases);

    // By their number: the values may be spelled as text, as values, or as those of the enum of C#, which has one for what is unknown.
    private bool HasAll(IOperation value, int clauses)
    {
        INamedTypeSymbol? owner = OwnerOf(value);
        int added = _marks.Of(owner, "").Count(mark => mark.Use == MarkUse.Cases && !IsOfOne(mark));
        int known = owner?.GetTypeMembers("Known").Concat(owner.GetTypeMembers("Known_")).FirstOrDefault() is { } values ? values.GetMembers().OfType<IFieldSymbol>().Count() - 1
            : owner?.GetMembers().Count(member => member is IMethodSymbol && IsCase(member.Name)) ?? 0;
        return clauses >= known - added;
    }

    // color.Kind, color.Value, shape.Value, and a union itself.
    private IEnumerable<Mark> MarksOf(IOperation value)
    {
        INamedTypeSymbol? owner = OwnerOf(value);
        return _marks.Of(owner, "").Where(mark => mark.Use is MarkUse.Cases or MarkUse.Rest);
    }

    private static INamedTypeSymbol? OwnerOf(IOperation value)
    {
        INamedTypeSymbol? type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol inner] } ? inner : value.Type as INamedTypeSymbol;
        return value is IPropertyReferenceOperation { Property: { Name: "Kind" or "Value" or "Kind_" or "Value_" } property } ? property.ContainingType
            : type is { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } ? type.ContainingType
            : type;
    }

    private void OnInvocation(SyntaxNodeAnalysisContext context)
    {
        InvocationExpressionSyntax call = (InvocationExpressionSyntax)context.Node;
        if (PartsOf(call) is not ({ } name, { } receiver)
            || !(name.Identifier.ValueText == "Match" || IsCase(name.Identifier.ValueText) || name.Identifier.ValueText.StartsWith(From, StringComparison.Ordinal))
            || Clients.Has(call.SyntaxTree)
            || context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is not INamedTypeSymbol type)
        {
            return;
        }

        type = type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol value] } ? value : type;
        Mark[] marks = [.. _marks.Of(type, "").Where(mark => mark.Use is MarkUse.Cases or MarkUse.Rest)];
        if (marks.Length == 0)
        {
            return;
        }

        if (name.Identifier.ValueText == "Match")
        {
            foreach (Mark mark in marks.Where(mark => mark.Use == MarkUse.Cases))
            {
                context.ReportDiagnostic(Reports.Of(mark, name.GetLocation()));
            }

            return;
        }

        foreach (Mark mark in marks.Where(mark => IsMoved(mark, name.Identifier.ValueText)))
        {
            context.ReportDiagnostic(Reports.Of(mark, name.GetLocation()));
        }

        Tried tried = Tried.Of(call, receiver, type);
        if (!tried.IsFirst(call))
        {
            return;
        }

        foreach (Mark mark in marks.Where(mark => !IsOfOne(mark) && IsMeant(mark, tried.TakesRest) && tried.HasAllBut(NewOf(marks))))
        {
            context.ReportDiagnostic(Reports.Of(mark, name.GetLocation()));
        }
    }

    // order.Payment is made of a case without a word.
    private void OnConversion(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { ContainingType: var union, Parameters: [var from] } && !Clients.Has(conversion.Syntax.SyntaxTree))
        {
            Tell(context, union, from.Type, conversion.Operand.Syntax.GetLocation(), CaseParts.Moved);
        }
    }

    // shape.Value is Circle circle
    private void OnPattern(OperationAnalysisContext context)
    {
        IIsPatternOperation asked = (IIsPatternOperation)context.Operation;
        Tell(context, OwnerOf(asked.Value), TypeOf(asked.Pattern), asked.Pattern.Syntax.GetLocation());
    }

    private static ITypeSymbol? TypeOf(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declared => declared.MatchedType,
        ITypePatternOperation type => type.MatchedType,
        IRecursivePatternOperation recursive => recursive.MatchedType,
        _ => null,
    };

    private void OnIsType(OperationAnalysisContext context)
    {
        IIsTypeOperation asked = (IIsTypeOperation)context.Operation;
        Tell(context, OwnerOf(asked.ValueOperand), asked.TypeOperand, asked.Syntax.GetLocation());
    }

    // Which type a case has, its own method says.
    private void Tell(OperationAnalysisContext context, INamedTypeSymbol? union, ITypeSymbol? type, Location location, string kind = "")
    {
        if (type is null || Clients.Has(location.SourceTree!))
        {
            return;
        }

        foreach (Mark mark in _marks.Of(union, "").Where(mark => mark.Use == MarkUse.Cases && IsOfOne(mark) && mark.Part.StartsWith(kind, StringComparison.Ordinal)))
        {
            if (union!.GetMembers(From + mark.Part.Substring(1)).OfType<IMethodSymbol>().Any(made => made.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type)))
            {
                context.ReportDiagnostic(Reports.Of(mark, location));
            }
        }
    }

    // shape.TryGetCircle(…), shape?.TryGetCircle(…)
    private static (SimpleNameSyntax? Name, ExpressionSyntax? Receiver) PartsOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => (member.Name, member.Expression),
        MemberBindingExpressionSyntax member => (member.Name, call.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression),
        _ => (null, null),
    };

    private static bool IsCase(string method) => method.StartsWith(TryGet, StringComparison.Ordinal) && !s_general.Contains(method);

    // Of a case that is gone, or is known by another value, its own names tell it; so does Match, which has a place for each.
    private static bool IsOfOne(Mark mark) => mark.Part.Length > 0 && s_parts.Contains(mark.Part.Substring(0, 1));

    private static bool IsMoved(Mark mark, string method) =>
        mark.Part.StartsWith(CaseParts.Moved, StringComparison.Ordinal)
        && (mark.Part.Length == CaseParts.Moved.Length || method == TryGet + mark.Part.Substring(1) || method == From + mark.Part.Substring(1));

    private static HashSet<string> NewOf(IEnumerable<Mark> marks) => new(marks.Where(mark => !IsOfOne(mark)).Select(mark => TryGet + mark.Part), StringComparer.Ordinal);

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

        // Of the same value: another row may look at another.
        public static Tried Of(SyntaxNode call, ExpressionSyntax receiver, INamedTypeSymbol union)
        {
            string value = receiver.ToString();
            HashSet<string> own = new(union.GetMembers().OfType<IMethodSymbol>().Select(method => method.Name).Where(name => IsCase(name) || name == Unknown), StringComparer.Ordinal);
            SyntaxNode body = call.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) ?? call;
            return new Tried(
                body.DescendantNodes().OfType<InvocationExpressionSyntax>()
                    .Select(one => (Call: one, Parts: PartsOf(one)))
                    .Where(one => one.Parts.Name is { } name && own.Contains(name.Identifier.ValueText) && one.Parts.Receiver?.ToString() == value)
                    .Select(one => (one.Call, one.Parts.Name!.Identifier.ValueText))
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
