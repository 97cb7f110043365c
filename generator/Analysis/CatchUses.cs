using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds where a clause catches a declared error of the calls in its <c>try</c>.</summary>
internal static class CatchUses
{
    private const string Validation = "validation";

    /// <param name="clause">The clause.</param>
    /// <param name="error">The error as a lock spells its type: <c>NameTaken</c>, <c>NameTaken[]</c>, <c>validation</c>.</param>
    /// <param name="model">What the names in the code mean.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<SimpleNameSyntax> Find(CatchClauseSyntax clause, string error, SemanticModel model, CancellationToken cancellationToken) =>
        from name in clause.DescendantNodes().OfType<SimpleNameSyntax>()
        where (IsName(name, error) || name.Parent is CatchDeclarationSyntax) && model.GetSymbolInfo(name, cancellationToken).Symbol is INamedTypeSymbol type && Carries(type, error)
        select name;

    /// <summary>Tells whether a type is the exception of an error, or a method asks for its value: <c>TryGetError&lt;NameTaken&gt;</c>.</summary>
    public static bool IsOf(ISymbol? symbol, string error) => symbol switch
    {
        INamedTypeSymbol type => Carries(type, error),
        IMethodSymbol { Name: "TryGetError", TypeArguments: [var value] } => Spell(value) == error.TrimEnd('?'),
        _ => false,
    };

    private static bool IsName(SimpleNameSyntax name, string error) =>
        error == Validation ? name.Identifier.ValueText == "AppValidationException" : name is GenericNameSyntax { Identifier.ValueText: "AppException" };

    // The name may be an alias.
    private static bool Carries(INamedTypeSymbol exception, string error) =>
        error == Validation ? exception.Name == "AppValidationException"
        : exception.Name == "AppException" && (exception.TypeArguments.Length == 1 && Spell(exception.TypeArguments[0]) == error.TrimEnd('?'));

    // As a lock does.
    private static string Spell(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var item] } => Spell(item) + "[]",
        INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments: [_, var item] } => "{" + Spell(item) + "}",
        { SpecialType: SpecialType.System_String } => "string",
        { SpecialType: SpecialType.System_Int64 } => "integer",
        { SpecialType: SpecialType.System_Boolean } => "boolean",
        { SpecialType: SpecialType.System_Double } => "number",
        { Name: "JsonElement" } => "any",
        _ => type.Name,
    };
}
