using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Emit;

/// <summary>Makes the models of types as Binding would.</summary>
internal static class Shop
{
    public static TypeRef StringType { get; } = TypeRef.Of(TypeKind.String);

    public static TypeRef Int64Type { get; } = TypeRef.Of(TypeKind.Int64);

    public static ObjectTypeModel Object(string name, params PropertyModel[] properties) => new(
        name, name, Doc(name), IsDeprecated: false, properties.ToEquatableArray(), AdditionalProperties: null);

    public static EnumTypeModel Enum(string name, EnumKind kind, params (string Name, string Wire)[] values) => new(
        name, name, Doc(name), IsDeprecated: false, kind, values.Select(v => new EnumValueModel(v.Name, v.Wire)).ToEquatableArray());

    public static UnionTypeModel Union(string name, string? discriminator, params UnionCaseModel[] cases) =>
        new(name, name, Doc(name), IsDeprecated: false, discriminator, cases.ToEquatableArray());

    public static UnionCaseModel Case(string name, TypeRef type, params string[] tags) => new(name, type, tags.ToEquatableArray());

    public static TypeRef Ref(string name) => TypeRef.Named(TypeKind.Object, name);

    public static PropertyModel Required(string name, TypeRef type) => Property(name, type, PropertyPresence.Required);

    public static PropertyModel Optional(string name, TypeRef type) => Property(name, type.AsNullable(), PropertyPresence.Optional);

    public static PropertyModel Nullable(string name, TypeRef type) => Property(name, type.AsNullable(), PropertyPresence.OptionalNullable);

    public static PropertyModel Defaulted(string name, TypeRef type, LiteralKind kind, string text) =>
        Property(name, type, PropertyPresence.Defaulted) with { Default = new LiteralModel(kind, text) };

    public static PropertyModel Constant(string name, TypeRef type, LiteralKind kind, string text) =>
        Property(name, type, PropertyPresence.Constant) with { Default = new LiteralModel(kind, text) };

    private static PropertyModel Property(string name, TypeRef type, PropertyPresence presence) => new()
    {
        Name = name,
        WireName = char.ToLowerInvariant(name[0]) + name[1..],
        Type = type,
        Presence = presence,
    };

    private static DocModel Doc(string name) => new() { Summary = name, Sources = EquatableArray.Create($"shop.openapi.json#/components/schemas/{name}") };
}
