using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Methods that give back the opposite, or nothing.</summary>
internal static class Returns
{
    private const string Kind = "result";

    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        ReturnStatementSyntax { Expression: { } result } => OfResult(result, model),
        ArrowExpressionClauseSyntax { Expression: var result } => OfResult(result, model),
        LambdaExpressionSyntax { ExpressionBody: { } result } => OfResult(result, model),
        SwitchExpressionArmSyntax { Expression: var result } => OfResult(result, model),
        _ => [],
    };

    private static IEnumerable<Change> OfResult(ExpressionSyntax result, SemanticModel model)
    {
        if (result is LiteralExpressionSyntax or ThrowExpressionSyntax or SwitchExpressionSyntax or DefaultExpressionSyntax)
        {
            return [];
        }

        TypeInfo info = model.GetTypeInfo(result);
        return info.ConvertedType switch
        {
            { SpecialType: SpecialType.System_Boolean } => [Conditions.Negate(result)],
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => [Change.Of(result, "0", Kind)],
            { SpecialType: SpecialType.System_String } when IsNullable(info) => [Change.Of(result, "null", Kind)],
            { SpecialType: SpecialType.System_String } => [Change.Of(result, "\"\"", Kind)],
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => [Change.Of(result, "null", Kind)],
            { IsReferenceType: true } when IsNullable(info) => [Change.Of(result, "null", Kind)],
            _ => [],
        };
    }

    // Where nothing may be, nothing is a fault that one could make.
    private static bool IsNullable(TypeInfo info) =>
        info.ConvertedType?.NullableAnnotation == NullableAnnotation.Annotated || info.Nullability.FlowState == NullableFlowState.MaybeNull;
}
