using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The shapes by what they are of: what <see cref="ShapeMaker"/> fills, and <see cref="ShapeGraph"/> looks up.</summary>
internal sealed class ShapeTable
{
    // Nearly every schema has one reading alone: as all that it says, whichever way its value goes.
    private readonly Dictionary<ApiSchema, Shape> _shapes = new();
    private readonly Dictionary<ShapeKey, Shape> _otherReadings = new();
    private readonly List<Shape> _all = new();
    private readonly ComponentTypes _components;

    public ShapeTable(ComponentTypes components, SchemaDirections directions)
    {
        _components = components;
        Directions = directions;
    }

    /// <summary>Gets the shapes, in the order in which they were met.</summary>
    public IReadOnlyList<Shape> All => _all;

    public SchemaDirections Directions { get; }

    public ApiComponent Canonical(ApiComponent component) => _components.Canonical(component);

    public bool IsNullableTwin(ApiComponent component) => _components.IsNullableTwin(component);

    /// <summary>Finds a shape; null: there is none yet.</summary>
    public Shape? Find(ApiSchema schema, Direction direction, ApiType type) => KeyOf(schema, direction, type) is { } key
        ? _otherReadings.TryGetValue(key, out Shape? other) ? other : null
        : _shapes.TryGetValue(schema, out Shape? known) ? known : null;

    public Shape Add(ApiSchema schema, Direction direction, ApiType type, ApiComponent? component)
    {
        Shape shape = new() { Schema = schema, Direction = Reading(schema, direction), As = type, Index = _all.Count, Component = component };
        _all.Add(shape);
        if (KeyOf(schema, direction, type) is { } key)
        {
            _otherReadings.Add(key, shape);
        }
        else
        {
            _shapes.Add(schema, shape);
        }

        return shape;
    }

    /// <summary>Tells whether a component, or one that is the same type, is part of what is received.</summary>
    public bool IsReceived(ApiComponent canonical)
    {
        foreach (ApiComponent component in _components.All(canonical))
        {
            if (Directions.IsReceived(component.Schema))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gets the way that a component is read where a value goes some way.</summary>
    /// <remarks>What holds a component that only requests have, and is itself part of none, has the model of requests.</remarks>
    public Direction DirectionOf(ApiComponent canonical, Direction direction) =>
        direction == Direction.Received && Directions.IsSent(canonical.Schema) && !IsReceived(canonical) ? Direction.Sent : direction;

    private ShapeKey? KeyOf(ApiSchema schema, Direction direction, ApiType type)
    {
        direction = Reading(schema, direction);
        return direction == Direction.Received && type == ApiType.None ? null : new ShapeKey(schema, direction, type);
    }

    private Direction Reading(ApiSchema schema, Direction direction) => Directions.Differs(schema) ? direction : Direction.Received;
}
