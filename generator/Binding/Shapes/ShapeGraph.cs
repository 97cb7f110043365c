using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The shapes of all schemas that a client reads or writes: the result of the pass.</summary>
internal sealed class ShapeGraph
{
    private readonly Dictionary<ShapeKey, Shape> _shapes = new();
    private readonly List<Shape> _all = new();
    private readonly ComponentTypes _components;
    private readonly SchemaDirections _directions;

    public ShapeGraph(ComponentTypes components, SchemaDirections directions)
    {
        _components = components;
        _directions = directions;
        Any = new ShapeUse(Add(new ShapeKey(new ApiSchema { Pointer = "" }, Direction.Received, ApiType.None), null), false, false);
    }

    /// <summary>Gets the shapes, in the order in which they were met.</summary>
    public IReadOnlyList<Shape> All => _all;

    /// <summary>Gets which schemas differ between requests and responses.</summary>
    public SchemaDirections Directions => _directions;

    /// <summary>Gets the use of any JSON, which has no schema.</summary>
    public ShapeUse Any { get; }

    /// <summary>Gets the use of what a schema is, where a call names it; the shape is made if there is none yet.</summary>
    /// <param name="schema">The schema; null: any JSON.</param>
    /// <param name="direction">Which way the value goes.</param>
    /// <param name="roles">What it is in the call.</param>
    public ShapeUse Use(ApiSchema? schema, Direction direction, params string[] roles) =>
        UseIn(schema, direction, null, roles.Length == 0 ? "" : roles[roles.Length - 1], Roles.Meaning("", roles));

    /// <summary>Gets the use of what a schema is that stands in another one.</summary>
    public ShapeUse Use(ApiSchema? schema, Shape holder, string role) =>
        UseIn(schema, holder.Direction, null, role, "");

    /// <summary>Gets the use of what a schema is that is all that another one says.</summary>
    public ShapeUse UseAll(ApiSchema schema, Shape holder) => UseIn(schema, holder.Direction, holder.Component, holder.Role, "");

    /// <summary>Gets the use of a component.</summary>
    public ShapeUse Use(ApiComponent component, Direction direction)
    {
        ApiComponent canonical = _components.Canonical(component);
        Shape shape = At(canonical.Schema, DirectionOf(canonical, direction), ApiType.None, canonical.IsNamed ? canonical : null);
        return new ShapeUse(shape, _components.IsNullableTwin(component), true);
    }

    /// <summary>Gets the use of a schema that is read as one of its types.</summary>
    public ShapeUse UseAs(ApiType type, Shape holder, string role)
    {
        Shape shape = At(holder.Schema, holder.Direction, type, null);
        shape.Role = role;
        return new ShapeUse(shape, false, false);
    }

    /// <summary>Tells whether a component, or one that is the same type, is part of what is received.</summary>
    public bool IsReceived(ApiComponent canonical)
    {
        foreach (ApiComponent component in _components.All(canonical))
        {
            if (_directions.IsReceived(component.Schema))
            {
                return true;
            }
        }

        return false;
    }

    // What holds a component that only requests have, and is itself part of none, has the model of requests.
    private Direction DirectionOf(ApiComponent canonical, Direction direction) =>
        direction == Direction.Received && _directions.IsSent(canonical.Schema) && !IsReceived(canonical) ? Direction.Sent : direction;

    private ShapeUse UseIn(ApiSchema? schema, Direction direction, ApiComponent? component, string role, string meaning)
    {
        if (schema is null)
        {
            return Any;
        }

        if (schema.Target is { } target)
        {
            return Use(target, direction) with { IsNeverNull = schema.ForbidsNull };
        }

        // A reference that points here may have been met before, which knows no role.
        Shape shape = At(schema, direction, ApiType.None, component);
        if (shape.Role.Length == 0)
        {
            (shape.Role, shape.Meaning) = (role, meaning);
        }

        return new ShapeUse(shape, false, false);
    }

    private Shape At(ApiSchema schema, Direction direction, ApiType type, ApiComponent? component)
    {
        ShapeKey key = new(schema, _directions.Differs(schema) ? direction : Direction.Received, type);
        return _shapes.TryGetValue(key, out Shape? known) ? known : Add(key, component);
    }

    private Shape Add(ShapeKey key, ApiComponent? component)
    {
        Shape shape = new() { Key = key, Index = _all.Count, Component = component };
        _shapes.Add(key, shape);
        _all.Add(shape);
        return shape;
    }
}
