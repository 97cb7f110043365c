using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Finds the C# types, beside the generated ones, of all that members and methods of a client give.</summary>
/// <remarks>
/// One for each type of .NET, to which the nullability of classes does not belong: of <c>IReadOnlyList&lt;Item&gt;</c> and
/// <c>IReadOnlyList&lt;Item?&gt;</c> the latter, which reads null too. A <c>decimal</c> that a document spells as a
/// text is one inside of its model; by itself it is a number.
/// </remarks>
internal static class ResolverTypes
{
    /// <summary>Finds the types of values, in the order of their spelling.</summary>
    public static EquatableArray<TypeRef> ValuesOf(ClientModel client)
    {
        Dictionary<string, TypeRef> found = new(StringComparer.Ordinal);
        foreach (TypeRef type in client.Types.SelectMany(Members).Concat(Operations(client).SelectMany(Given)))
        {
            Add(type, found);
        }

        return found.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => type.Value).ToEquatableArray();
    }

    /// <summary>Finds the items of streams, in the order of their spelling.</summary>
    public static EquatableArray<StreamItemModel> StreamsOf(ClientModel client) => Operations(client)
        .Where(operation => operation.Response.Kind is ResponseKind.Events or ResponseKind.Lines or ResponseKind.OutputStream)
        .Select(operation => new StreamItemModel(TypeOf(Item(operation.Response)), operation.Response.Kind == ResponseKind.Events))
        .Where(stream => IsJson(stream.Item))
        .Distinct()
        .OrderBy(stream => TypeSyntax.Type(stream.Item), StringComparer.Ordinal)
        .ThenBy(stream => stream.IsEvent)
        .ToEquatableArray();

    private static IEnumerable<OperationModel> Operations(ClientModel client) => client.Groups.SelectMany(group => group.Operations);

    private static IEnumerable<TypeRef> Given(OperationModel operation)
    {
        if (operation.Response.Kind is not (ResponseKind.None or ResponseKind.File or ResponseKind.Pages) && (operation.Response.Type is not null || operation.Response.Kind is ResponseKind.Text or ResponseKind.Events))
        {
            yield return Item(operation.Response);
        }

        foreach (ErrorModel error in operation.Errors)
        {
            if (error.Type is not null)
            {
                yield return error.Type;
            }
        }
    }

    private static TypeRef Item(ResponseModel response) => response.Type ?? TypeRef.Of(TypeKind.String);

    private static IEnumerable<TypeRef> Members(TypeModel type) => type switch
    {
        ObjectTypeModel model => model.Properties.Select(property => property.Type)
            .Append(TypeRef.MapOf(model.AdditionalProperties ?? TypeRef.Of(TypeKind.Any))),
        UnionTypeModel model => model.Cases.Select(@case => @case.Type).Append(NullableOf(type, TypeKind.Union)).Append(TypeRef.Of(TypeKind.Any)),
        EnumTypeModel => new[] { NullableOf(type, TypeKind.Enum) },
        TupleTypeModel model => model.Items.Append(TypeRef.ListOf(model.Rest ?? TypeRef.Of(TypeKind.Any))),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static TypeRef NullableOf(TypeModel type, TypeKind kind) => TypeRef.Named(kind, type.Name).AsNullable();

    // With its parts: an item is asked for as well as the list.
    private static void Add(TypeRef type, Dictionary<string, TypeRef> found)
    {
        TypeRef value = TypeOf(type);
        bool isGenerated = !value.IsNullable && value.Name is not null;
        if (!isGenerated && IsJson(value))
        {
            string key = TypeSyntax.Type(WithoutNullableClasses(value));
            found[key] = found.TryGetValue(key, out TypeRef? other) && ReadsMore(other, value) ? other : value;
        }

        if (value.IsNullable)
        {
            Add(value.AsNotNullable(), found);
        }

        foreach (TypeRef part in value.Arguments)
        {
            Add(part, found);
        }
    }

    private static bool ReadsMore(TypeRef left, TypeRef right) => left.Size != right.Size
        ? left.Size > right.Size
        : string.CompareOrdinal(TypeSyntax.Codec(left), TypeSyntax.Codec(right)) >= 0;

    // A null of a class is the serializer's, and a number is a number.
    private static TypeRef TypeOf(TypeRef type)
    {
        TypeRef value = WithNumbers(type);
        return TypeSyntax.IsValueType(value) ? value : value.AsNotNullable();
    }

    private static TypeRef WithNumbers(TypeRef type) => new(
        type.Kind == TypeKind.DecimalString ? TypeKind.Decimal : type.Kind, type.Name, type.Arguments.Select(WithNumbers).ToEquatableArray(), type.IsNullable);

    private static TypeRef WithoutNullableClasses(TypeRef type) => new(
        type.Kind, type.Name, type.Arguments.Select(WithoutNullableClasses).ToEquatableArray(), type.IsNullable && TypeSyntax.IsValueType(type));

    private static bool IsJson(TypeRef type) => type.Kind != TypeKind.File && type.Arguments.All(IsJson);
}
