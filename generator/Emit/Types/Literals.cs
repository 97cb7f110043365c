using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Spells the values that properties start at.</summary>
internal static class Literals
{
    /// <summary>Spells a value; null: the property makes it when asked.</summary>
    public static string? Spell(LiteralModel literal, PropertyModel property) => literal.Kind switch
    {
        LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean => SpellScalar(literal, property.Type),
        LiteralKind.EnumMember => $"{TypeHeader.FullName(property.Type.Name!)}.{CSharpText.Identifier(literal.Text)}",
        LiteralKind.EmptyList => "[]",
        LiteralKind.EmptyMap => $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {TypeSyntax.Type(property.Type.Item)}>.Empty",
        LiteralKind.Json => Fields.DefaultOf(property.Name),
        _ => null,
    };

    /// <summary>Spells a value that is always sent: a scalar, or JSON that is read where it is sent.</summary>
    public static string SpellSent(LiteralModel literal, TypeRef type) => literal.Kind == LiteralKind.Json
        ? $"{RuntimeNames.JsonLiteral}.Read<{TypeSyntax.Type(type)}, {TypeSyntax.Codec(type)}>({CSharpText.Utf8Literal(literal.Text)})"
        : SpellScalar(literal, type);

    /// <summary>Spells a string, number or Boolean.</summary>
    public static string SpellScalar(LiteralModel literal, TypeRef type) => literal.Kind switch
    {
        LiteralKind.String => CSharpText.Literal(literal.Text),
        LiteralKind.Number => CSharpText.Number(literal.Text, Suffix(type.Kind)),
        _ => literal.Text == "true" ? "true" : "false",
    };

    private static string Suffix(TypeKind kind) => kind switch
    {
        TypeKind.Int64 => "L",
        TypeKind.Single => "F",
        TypeKind.Double => "D",
        TypeKind.Decimal or TypeKind.DecimalString => "M",
        _ => "",
    };
}
