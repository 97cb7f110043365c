using System.Collections.Generic;
using System.Threading;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Judges the value that a parameter or property is given.</summary>
internal static class GivenValue
{
    /// <summary>Gets what there is to tell of it.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type of what it is given to; null: nobody knows.</param>
    /// <param name="model">What the code means.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Diagnostic? Judge(Mark mark, ExpressionSyntax value, ITypeSymbol? type, SemanticModel model, CancellationToken cancellationToken) => mark.Use switch
    {
        MarkUse.Unfit => Fits(value, type, model) ? null : Reports.Of(mark, value.GetLocation()),

        // What C# refuses has no value.
        MarkUse.Bound when !Fits(value, type, model) => null,
        MarkUse.Null => MayBeNull(value, model, cancellationToken) ? Reports.Of(mark, value.GetLocation()) : null,
        MarkUse.Bound => JudgeBound(mark, value, model, cancellationToken),
        _ => null,
    };

    private static bool Fits(ExpressionSyntax value, ITypeSymbol? type, SemanticModel model) => type is null || model.ClassifyConversion(value, type) is { IsImplicit: true };

    private static Diagnostic? JudgeBound(Mark mark, ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        Optional<object?> constant = model.GetConstantValue(value, cancellationToken);
        if (constant is { HasValue: true, Value: null })
        {
            return null;
        }

        // Of a value that is known at run time alone it is something to know.
        bool? isAllowed = constant.HasValue ? Bound.Read(mark.Part).Bound.Allows(constant.Value) : null;
        return isAllowed == true ? null : Reports.Of(mark, value.GetLocation(), isNote: isAllowed is null);
    }

    /// <summary>Tells whether it is null by itself, also where the compiler refuses that.</summary>
    public static bool IsNull(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value.IsKind(SyntaxKind.NullLiteralExpression) || model.GetConstantValue(value, cancellationToken) is { HasValue: true, Value: null };

    /// <summary>Tells whether C# refuses it, with an error or with a warning about null.</summary>
    public static bool IsRefused(ITypeSymbol type, ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        !model.ClassifyConversion(value, type).IsImplicit
        || (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } && !value.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            && MayBeNull(value, model, cancellationToken));

    private static bool MayBeNull(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        TypeInfo type = model.GetTypeInfo(value, cancellationToken);
        return IsNull(value, model, cancellationToken)
            || type.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            || type.Nullability.FlowState == NullableFlowState.MaybeNull;
    }
}
