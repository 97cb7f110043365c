using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Keeps the name that an expression gives to a member of a tuple or of an anonymous type: another expression would take it away.</summary>
internal static class ImpliedName
{
    /// <summary>Gets what says the name before the expression: <c>Quantity = </c> or <c>Quantity: </c>; null: it gives none.</summary>
    public static string? Of(ExpressionSyntax value) => NameOf(value) is not { } name ? null : value.Parent switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => $"{name} = ",

        // Where another type is asked for, a name would be one that nobody sees (CS8123).
        ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } } } => $"{name}: ",
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
