using System;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Spells a <see cref="TypeRef"/> as a C# type and as the codec that reads and writes it.</summary>
internal static class TypeSyntax
{
    /// <summary>Returns the C# type, such as <c>global::System.Collections.Generic.IReadOnlyList&lt;Item&gt;?</c>.</summary>
    public static string Type(TypeRef type) => type.IsNullable ? NotNullable(type) + "?" : NotNullable(type);

    /// <summary>
    /// Returns the codec, such as <c>ListJson&lt;Item, ModelJson&lt;Item&gt;&gt;</c>; of a nullable type, one that
    /// reads and writes null.
    /// </summary>
    public static string Codec(TypeRef type)
    {
        if (!type.IsNullable)
        {
            return NotNullableCodec(type);
        }

        string codec = IsValueType(type) ? RuntimeNames.NullableJson : RuntimeNames.ReferenceOrNullJson;
        return $"{codec}<{NotNullable(type)}, {NotNullableCodec(type)}>";
    }

    /// <summary>Whether the C# type is a struct, so that <c>?</c> makes it a <c>Nullable&lt;T&gt;</c>.</summary>
    public static bool IsValueType(TypeRef type) => type.Kind is not (
        TypeKind.String or TypeKind.Uri or TypeKind.Bytes or TypeKind.File or TypeKind.List or TypeKind.Map or
        TypeKind.Object or TypeKind.TupleRecord);

    private static string NotNullable(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.BigInteger => "global::System.Numerics.BigInteger",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal or TypeKind.DecimalString => "decimal",
        TypeKind.DateTime => "global::System.DateTimeOffset",
        TypeKind.Date => "global::System.DateOnly",
        TypeKind.Time => "global::System.TimeOnly",
        TypeKind.Duration or TypeKind.ConstantDuration => "global::System.TimeSpan",
        TypeKind.Guid => "global::System.Guid",
        TypeKind.Uri => "global::System.Uri",
        TypeKind.Bytes => "byte[]",
        TypeKind.Any => "global::System.Text.Json.JsonElement",
        TypeKind.File => RuntimeNames.AppFile,
        TypeKind.List => $"global::System.Collections.Generic.IReadOnlyList<{Type(type.Item)}>",
        TypeKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Type(type.Item)}>",
        TypeKind.Tuple => $"({string.Join(", ", type.Arguments.Select(Type))})",
        TypeKind.Object or TypeKind.Enum or TypeKind.Union or TypeKind.TupleRecord => Name(type),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null),
    };

    private static string NotNullableCodec(TypeRef type) => type.Kind switch
    {
        TypeKind.String => RuntimeNames.StringJson,
        TypeKind.Boolean => RuntimeNames.BooleanJson,
        TypeKind.Int32 => RuntimeNames.Int32Json,
        TypeKind.Int64 => RuntimeNames.Int64Json,
        TypeKind.BigInteger => RuntimeNames.BigIntegerJson,
        TypeKind.Single => RuntimeNames.SingleJson,
        TypeKind.Double => RuntimeNames.DoubleJson,
        TypeKind.Decimal => RuntimeNames.DecimalJson,
        TypeKind.DecimalString => RuntimeNames.DecimalStringJson,
        TypeKind.DateTime => RuntimeNames.DateTimeJson,
        TypeKind.Date => RuntimeNames.DateJson,
        TypeKind.Time => RuntimeNames.TimeJson,
        TypeKind.Duration => RuntimeNames.DurationJson,
        TypeKind.ConstantDuration => RuntimeNames.ConstantDurationJson,
        TypeKind.Guid => RuntimeNames.GuidJson,
        TypeKind.Uri => RuntimeNames.UriJson,
        TypeKind.Bytes => RuntimeNames.BytesJson,
        TypeKind.Any => RuntimeNames.AnyJson,
        TypeKind.File => RuntimeNames.FileJson,
        TypeKind.List => $"{RuntimeNames.ListJson}<{ItemAndCodec(type.Item)}>",
        TypeKind.Map => $"{RuntimeNames.MapJson}<{ItemAndCodec(type.Item)}>",
        TypeKind.Tuple => $"{RuntimeNames.TupleJson}<{string.Join(", ", type.Arguments.Select(ItemAndCodec))}>",
        TypeKind.Object or TypeKind.Enum or TypeKind.Union or TypeKind.TupleRecord =>
            $"{RuntimeNames.ModelJson}<{Name(type)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Not a type of JSON."),
    };

    private static string ItemAndCodec(TypeRef item) => $"{Type(item)}, {Codec(item)}";

    private static string Name(TypeRef type) => CSharpText.Identifier(type.Name!);
}
