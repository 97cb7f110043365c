using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Names a case of a union by its type.</summary>
internal static class CaseNames
{
    public static string Of(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Of(type.Item) + "List",
        TypeKind.Map => Of(type.Item) + "Map",
        TypeKind.Tuple => "Tuple",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.BigInteger => "Integer",
        TypeKind.Single or TypeKind.Double => "Number",
        TypeKind.DecimalString => "Decimal",
        TypeKind.Any => "Json",
        _ => type.Name ?? type.Kind.ToString(),
    };
}
