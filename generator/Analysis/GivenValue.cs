using System.Collections.Generic;
using System.Threading;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Judges the value that a parameter or property is given.</summary>
internal static class GivenValue
{
    /// <summary>Gets what there is to tell of it.</summary>
    public static Diagnostic? Judge(Mark mark, ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) => mark.Use switch
    {
        MarkUse.Null => MayBeNull(value, model, cancellationToken) ? Reports.Of(mark, value.GetLocation()) : null,
        MarkUse.Bound => JudgeBound(mark, value, model, cancellationToken),
        _ => null,
    };

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

    private static bool MayBeNull(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        TypeInfo type = model.GetTypeInfo(value, cancellationToken);
        return model.GetConstantValue(value, cancellationToken) is { HasValue: true, Value: null }
            || type.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            || type.Nullability.FlowState == NullableFlowState.MaybeNull;
    }
}
