using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where the members of models are read and given, and where models are made without them.</summary>
internal sealed class MemberUses
{
    private readonly MarkTable _marks;
    private readonly ILookup<INamedTypeSymbol, (string Member, Mark Mark)> _unset;

    private MemberUses(MarkTable marks)
    {
        _marks = marks;
        _unset = marks.Of(MarkUse.Unset).Concat(marks.Of(MarkUse.Made)).ToLookup(
            found => found.Type, found => (found.Member, found.Mark), (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
    }

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        MemberUses uses = new(marks);
        start.RegisterOperationAction(uses.OnProperty, OperationKind.PropertyReference);
        if (marks.Has(MarkUse.Value))
        {
            start.RegisterOperationAction(uses.OnValue, OperationKind.FieldReference);
        }

        if (uses._unset.Count > 0)
        {
            start.RegisterOperationAction(uses.OnCreation, OperationKind.ObjectCreation);
        }
    }

    private void OnProperty(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (!_marks.Members.Contains(reference.Property.Name) || reference.Parent is INameOfOperation || Clients.Has(reference.Syntax.SyntaxTree))
        {
            return;
        }

        IOperation? given = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference ? assignment.Value : null;
        foreach (Mark mark in MarksOf(reference))
        {
            bool isMeant = mark.Use switch
            {
                MarkUse.Read => (given is null || reference.Parent is not ISimpleAssignmentOperation) && !(mark.IsOfNull && IsKnown(reference, context.CancellationToken)),
                MarkUse.Write => given is not null,
                MarkUse.Made => given?.Syntax is ExpressionSyntax made && reference.SemanticModel is { } code
                    && GivenValue.IsRefused(reference.Property.Type, made, code, context.CancellationToken),
                MarkUse.NullCheck => NullChecks.IsAsked(reference.Syntax) && reference.Type?.IsReferenceType != true,
                _ => false,
            };
            Diagnostic? told = isMeant ? Reports.Of(mark, NameOf(reference.Syntax).GetLocation())
                : given?.Syntax is ExpressionSyntax value && reference.SemanticModel is { } model ? GivenValue.Judge(mark, value, reference.Property.Type, model, context.CancellationToken)
                : null;
            if (told is not null)
            {
                context.ReportDiagnostic(told);
            }
        }
    }

    // What all models have is declared in their base.
    private IEnumerable<Mark> MarksOf(IPropertyReferenceOperation reference)
    {
        IReadOnlyList<Mark> marks = _marks.Of(reference.Property.ContainingType, reference.Property.Name);
        return marks.Count > 0 ? marks : _marks.Of(reference.Instance?.Type as INamedTypeSymbol, reference.Property.Name);
    }

    // The code asks for null here, or did on all ways that lead here, or what takes it does: string.IsNullOrEmpty(item.Note).
    private static bool IsKnown(IPropertyReferenceOperation reference, CancellationToken cancellationToken) =>
        NullChecks.IsHandled(reference.Syntax)
        || ((reference.Parent is IConversionOperation { IsImplicit: true } whole ? whole.Parent : reference.Parent) is IArgumentOperation { Parameter: { } parameter } && parameter.GetAttributes().Any(one => one.AttributeClass?.Name is "NotNullWhenAttribute" or "NotNullAttribute"))
        || (reference.Syntax is ExpressionSyntax value
            && (reference.Type?.IsReferenceType == true || NullChecks.IsValueOf(value))
            && reference.SemanticModel is { } model
            && (model.GetNullableContext(value.SpanStart).WarningsEnabled()
                ? model.GetTypeInfo(value, cancellationToken).Nullability.FlowState == NullableFlowState.NotNull
                : Guards.IsAskedBefore(value)));

    private void OnValue(OperationAnalysisContext context)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)context.Operation;
        foreach (Mark mark in _marks.Of(reference.Field.ContainingType, reference.Field.Name))
        {
            if (mark.Use == MarkUse.Value && !Clients.Has(reference.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Reports.Of(mark, NameOf(reference.Syntax).GetLocation()));
            }
        }
    }

    private void OnCreation(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol type || IsCopy(creation, type) || Clients.Has(creation.Syntax.SyntaxTree))
        {
            return;
        }

        foreach ((string member, Mark mark) in _unset[type])
        {
            if (creation.Initializer?.Initializers.Any(one => Sets(one, member)) != true && (mark.Use != MarkUse.Made || IsRequired(creation, type, member)))
            {
                context.ReportDiagnostic(Reports.Of(mark, PlaceOf(creation.Syntax)));
            }
        }
    }

    // C# asks for it itself, unless the constructor says that it sets all.
    private static bool IsRequired(IObjectCreationOperation creation, INamedTypeSymbol type, string member) =>
        type.GetMembers(member).Any(one => one is IPropertySymbol { IsRequired: true })
        && creation.Constructor?.GetAttributes().Any(one => one.AttributeClass?.Name == "SetsRequiredMembersAttribute") != true;

    // A copy has what its original had.
    private static bool IsCopy(IObjectCreationOperation creation, INamedTypeSymbol type) =>
        creation.Constructor is { Parameters: [var only] } && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static bool Sets(IOperation initializer, string member) => initializer switch
    {
        IAssignmentOperation { Target: IMemberReferenceOperation target } => target.Member.Name == member,
        IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } => target.Member.Name == member,
        _ => false,
    };

    private static Location PlaceOf(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax explicitly => explicitly.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax implicitly => implicitly.NewKeyword.GetLocation(),
        _ => creation.GetLocation(),
    };

    private static SyntaxNode NameOf(SyntaxNode reference) => reference switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        _ => reference,
    };
}
