using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Binds arrays: to a list, or to a tuple where each item has a schema of its own.</summary>
/// <remarks>
/// By itself <c>prefixItems</c> demands no item and forbids no further one (JSON Schema 2020-12, 10.3.1.1): only
/// <c>minItems</c> makes a tuple of it. <c>uniqueItems</c> makes no set: a set has no order, and the array has one.
/// </remarks>
internal sealed class ArrayBinder
{
    /// <summary>A C# value tuple of more items nests, which no reader expects.</summary>
    private const int LongestTuple = 7;

    /// <summary>The largest tuple without a name (see <see cref="TypeRef.Size"/>), so that lists of it can still be spelled.</summary>
    private const int LargestTuple = SchemaBinder.LargestType / 2;

    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;

    public ArrayBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
    }

    public TypeRef Bind(ApiSchema schema, Hint hint)
    {
        int count = schema.PrefixItems.Count;
        if (count == 0)
        {
            return TypeRef.ListOf(_schemas.Bind(schema.Items, hint.Child("Item")));
        }

        // Pydantic states a tuple's length with minItems and maxItems, JSON Schema also with items: false.
        bool hasFixedEnd = schema.MaxItems == count || schema.IsItemsForbidden;
        if (schema.MinItems is not { } least || least < count)
        {
            return TypeRef.ListOf(_schemas.Untyped(schema, $"the items at the end of the tuple are optional, which no C# tuple can say"));
        }

        if (hasFixedEnd && count is >= 2 and <= LongestTuple)
        {
            EquatableArray<TypeRef> items =
                schema.PrefixItems.Select((item, i) => _schemas.Bind(item, hint.Child("Item" + (i + 1)))).ToEquatableArray();
            TypeRef tuple = new(TypeKind.Tuple, null, items, false);

            // Tuples of tuples double with each level: one that is too large to spell gets a name.
            if (tuple.Size <= LargestTuple)
            {
                return tuple;
            }

            return _schemas.Refuse(schema) ?? AddRecord(schema, hint, _schemas.Declare(TypeKind.TupleRecord, schema, hint), items, null);
        }

        if (_schemas.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        string name = _schemas.Declare(TypeKind.TupleRecord, schema, hint);
        return AddRecord(
            schema,
            hint,
            name,
            schema.PrefixItems.Select((item, i) => _schemas.Bind(item, hint.Named(name + "Item" + (i + 1)))).ToEquatableArray(),
            schema.Items is null || hasFixedEnd ? null : _schemas.Bind(schema.Items, hint.Child("Rest")));
    }

    private TypeRef AddRecord(ApiSchema schema, Hint hint, string name, EquatableArray<TypeRef> items, TypeRef? rest)
    {
        _context.Add(new TupleTypeModel(name, hint.Origin, _schemas.Document(schema, hint), schema.IsDeprecated, items, rest));
        return TypeRef.Named(TypeKind.TupleRecord, name);
    }
}
