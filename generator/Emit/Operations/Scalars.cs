using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Tells which types the runtime takes by themselves, so that the call needs no type arguments.</summary>
internal static class Scalars
{
    /// <summary>Whether the methods that add a value have an overload for the type.</summary>
    public static bool HasOverload(TypeRef type) =>
        type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Guid;

    /// <summary>Whether a path parameter has one.</summary>
    public static bool HasPathOverload(TypeRef type) => HasOverload(type) && type.Kind != TypeKind.Double;

    /// <summary>
    /// Spells the type arguments of a call that leaves null out: there a class needs no codec that knows null.
    /// </summary>
    public static string Arguments(TypeRef type)
    {
        TypeRef argument = TypeSyntax.IsValueType(type) ? type : type.AsNotNullable();
        return $"<{TypeSyntax.Type(argument)}, {TypeSyntax.Codec(argument)}>";
    }
}
