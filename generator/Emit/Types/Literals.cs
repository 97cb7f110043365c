using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Spells the values that properties start at.</summary>
internal static class Literals
{
    /// <summary>Spells a value; null: the property makes it when asked.</summary>
    public static string? Spell(LiteralModel literal, PropertyModel property, TypeHeader header) => literal.Kind switch
    {
        LiteralKind.String => CSharpText.Literal(literal.Text),
        LiteralKind.Number => CSharpText.Number(literal.Text, Suffix(property.Type.Kind)),
        LiteralKind.Boolean => literal.Text == "true" ? "true" : "false",
        LiteralKind.EnumMember => $"{header.FullName(property.Type.Name!)}.{CSharpText.Identifier(literal.Text)}",
        LiteralKind.EmptyList => "[]",
        LiteralKind.EmptyMap => $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {TypeSyntax.Type(property.Type.Item)}>.Empty",
        LiteralKind.Json => Fields.DefaultOf(property.Name),
        _ => null,
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
