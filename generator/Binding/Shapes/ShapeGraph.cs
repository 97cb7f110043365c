using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The shapes of all schemas that a client reads or writes: the result of the pass. Asking it makes none.</summary>
internal sealed class ShapeGraph
{
    private readonly ShapeTable _shapes;

    public ShapeGraph(ShapeTable shapes, ShapeUse any)
    {
        _shapes = shapes;
        Any = any;
    }

    /// <summary>Gets the shapes, in the order in which they were met.</summary>
    public IReadOnlyList<Shape> All => _shapes.All;

    /// <summary>Gets which schemas differ between requests and responses.</summary>
    public SchemaDirections Directions => _shapes.Directions;

    /// <summary>Gets the use of any JSON, which has no schema.</summary>
    public ShapeUse Any { get; }

    /// <summary>Gets the use of what a schema is that a call names.</summary>
    /// <param name="schema">The schema; null: any JSON.</param>
    /// <param name="direction">Which way the value goes.</param>
    public ShapeUse Find(ApiSchema? schema, Direction direction)
    {
        if (schema is null)
        {
            return Any;
        }

        if (schema.Target is not { } target)
        {
            return new ShapeUse(Get(schema, direction), false, false);
        }

        ApiComponent canonical = _shapes.Canonical(target);
        Shape shape = Get(canonical.Schema, _shapes.DirectionOf(canonical, direction));
        return new ShapeUse(shape, _shapes.IsNullableTwin(target), true) { IsNeverNull = schema.ForbidsNull };
    }

    /// <summary>Tells whether a component, or one that is the same type, is part of what is received.</summary>
    public bool IsReceived(ApiComponent canonical) => _shapes.IsReceived(canonical);

    private Shape Get(ApiSchema schema, Direction direction) =>
        _shapes.Find(schema, direction, ApiType.None) ?? throw new InvalidOperationException($"no call names {schema.Pointer}");
}
