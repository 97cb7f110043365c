using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>Binds a default or constant of a document to a value that a C# property can start at.</summary>
/// <remarks>
/// A default that its own type cannot hold is no default: the server knows it, the client need not. It is no fault of the
/// document either, since JSON Schema only recommends that a default be valid (2020-12, Validation 9.2). A constant that
/// cannot be held is asked of the caller like any other value.
/// </remarks>
internal sealed class DefaultBinder
{
    private readonly TypeModels _types;

    public DefaultBinder(TypeModels types) => _types = types;

    /// <summary>Binds a value; null if it is not one of the type.</summary>
    public LiteralModel? Bind(ApiValue value, TypeRef type) => value.Node switch
    {
        JsonValue scalar => BindScalar(scalar, type),
        JsonArray array => BindArray(array, type),
        JsonObject { Count: 0 } => BindEmptyObject(type),
        _ => null,
    };

    /// <summary>Binds the one value that a schema allows; null if the type cannot start at it.</summary>
    /// <remarks>A model that started at a model would ask whether that can be empty, and so itself, where it holds itself.</remarks>
    public LiteralModel? BindConstant(ApiValue value, TypeRef type) =>
        type.Kind == TypeKind.Any ? new(LiteralKind.Json, value.Json)
        : value.Node is null ? (type.IsNullable ? new(LiteralKind.Null, string.Empty) : null)
        : type.IsNullable || type.Kind == TypeKind.Object ? null
        : Bind(value, type);

    private LiteralModel? BindScalar(JsonValue value, TypeRef type) => type.Kind switch
    {
        TypeKind.String => value.GetValueKind() == JsonValueKind.String ? new(LiteralKind.String, value.GetValue<string>()) : null,
        TypeKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? new(LiteralKind.Boolean, value.ToJsonString()) : null,
        TypeKind.Int32 => Integer(value, int.MinValue, int.MaxValue),
        TypeKind.Int64 => Integer(value, long.MinValue, long.MaxValue),
        TypeKind.Double or TypeKind.Single => Number(value, type.Kind),
        TypeKind.Decimal or TypeKind.DecimalString => Decimal(value),
        TypeKind.Enum => EnumMember(value, type.Name!),
        TypeKind.Guid or TypeKind.Date or TypeKind.DateTime => Formatted(value, type.Kind),
        _ => null,
    };

    private LiteralModel? BindArray(JsonArray array, TypeRef type)
    {
        if (type.Kind != TypeKind.List)
        {
            return null;
        }

        if (array.Count == 0)
        {
            return new(LiteralKind.EmptyList, string.Empty);
        }

        // Kept to items that are certain to be read: a default that fails would fail the whole type at start-up.
        bool isCertain = type.Item.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Enum
            && array.All(item => item is JsonValue scalar && BindScalar(scalar, type.Item) is not null);
        return isCertain ? new(LiteralKind.Json, array.ToJsonString()) : null;
    }

    private LiteralModel? BindEmptyObject(TypeRef type) => type.Kind switch
    {
        TypeKind.Map => new(LiteralKind.EmptyMap, string.Empty),
        TypeKind.Object => _types.CanBeEmpty(type.Name!) ? new(LiteralKind.EmptyObject, string.Empty) : null,
        _ => null,
    };

    private LiteralModel? EnumMember(JsonValue value, string typeName)
    {
        EnumTypeModel model = _types.EnumOf(typeName);
        string wire = model.Kind == EnumKind.String && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return model.Values.FirstOrDefault(v => v.Wire == wire) is { } member ? new(LiteralKind.EnumMember, member.Name) : null;
    }

    private static LiteralModel? Integer(JsonValue value, decimal minimum, decimal maximum) =>
        value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && number == decimal.Truncate(number)
        && number >= minimum
        && number <= maximum
            ? new(LiteralKind.Number, decimal.Truncate(number).ToString(CultureInfo.InvariantCulture))
            : null;

    private static LiteralModel? Number(JsonValue value, TypeKind kind)
    {
        string text = value.ToJsonString();
        bool isHeld = value.GetValueKind() == JsonValueKind.Number
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsInfinity(kind == TypeKind.Single ? (float)number : number);
        return isHeld ? new(LiteralKind.Number, text) : null;
    }

    // Pydantic writes the default of a Decimal as a string.
    private static LiteralModel? Decimal(JsonValue value)
    {
        string text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? new(LiteralKind.Number, number.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static LiteralModel? Formatted(JsonValue value, TypeKind kind)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        string text = value.GetValue<string>();
        bool isHeld = kind switch
        {
            TypeKind.Guid => Guid.TryParseExact(text, "D", out _),
            TypeKind.Date => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        };
        return isHeld ? new(LiteralKind.Json, value.ToJsonString()) : null;
    }
}
