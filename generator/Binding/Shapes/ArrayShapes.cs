using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Reads arrays: as a list, or as a tuple where each item has a schema of its own.</summary>
/// <remarks>
/// By itself <c>prefixItems</c> demands no item and forbids no further one (JSON Schema 2020-12, 10.3.1.1): only
/// <c>minItems</c> makes a tuple of it. <c>uniqueItems</c> makes no set: a set has no order, and the array has one.
/// </remarks>
internal sealed class ArrayShapes
{
    /// <summary>A C# value tuple of more items nests, which no reader expects.</summary>
    private const int LongestTuple = 7;

    private readonly ShapeReader _reader;

    public ArrayShapes(ShapeReader reader) => _reader = reader;

    public ShapeContent Read(Shape shape)
    {
        ApiSchema schema = shape.Schema;
        int count = schema.PrefixItems.Count;
        if (count == 0)
        {
            return new ListContent(_reader.Shapes.Use(schema.Items, shape, "Item"));
        }

        // Pydantic states a tuple's length with minItems and maxItems, JSON Schema also with items: false.
        bool hasFixedEnd = schema.MaxItems == count || schema.IsItemsForbidden;
        if (schema.MinItems is not { } least || least < count)
        {
            _reader.Untyped(schema, $"the items at the end of the tuple are optional, which no C# tuple can say");
            return new ListContent(_reader.Graph.Any);
        }

        List<ShapeUse> items = schema.PrefixItems
            .Select((item, i) => _reader.Shapes.Use(item, shape, "Item" + (i + 1).ToString(CultureInfo.InvariantCulture)))
            .ToList();
        if (hasFixedEnd && count is >= 2 and <= LongestTuple)
        {
            return new TupleContent(items);
        }

        return _reader.Refuse(schema) ?? new TupleRecordContent(
            items, schema.Items is null || hasFixedEnd ? null : _reader.Shapes.Use(schema.Items, shape, "Rest"));
    }
}
