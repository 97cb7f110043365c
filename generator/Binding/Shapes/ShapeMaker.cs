using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Makes the shape of each schema at its first use, without content, while shapes are read.</summary>
internal sealed class ShapeMaker
{
    private readonly ShapeTable _shapes;

    public ShapeMaker(ComponentTypes components, SchemaDirections directions)
    {
        _shapes = new ShapeTable(components, directions);
        Graph = new ShapeGraph(_shapes, new ShapeUse(At(new ApiSchema { Pointer = "" }, Direction.Received, ApiType.None, null), false, false));
    }

    /// <summary>Gets all that has been made.</summary>
    public ShapeGraph Graph { get; }

    /// <summary>Gets the use of what a schema is, where a call names it.</summary>
    /// <param name="schema">The schema; null: any JSON.</param>
    /// <param name="direction">Which way the value goes.</param>
    /// <param name="roles">What it is in the call.</param>
    public ShapeUse Use(ApiSchema? schema, Direction direction, IReadOnlyList<string> roles) =>
        UseIn(schema, direction, null, roles.Count == 0 ? "" : roles[roles.Count - 1], Roles.Meaning("", roles));

    /// <summary>Gets the use of what a schema is that stands in another one.</summary>
    public ShapeUse Use(ApiSchema? schema, Shape holder, string role) =>
        UseIn(schema, holder.Direction, null, role, "");

    /// <summary>Gets the use of what a schema is that is all that another one says.</summary>
    public ShapeUse UseAll(ApiSchema schema, Shape holder) => UseIn(schema, holder.Direction, holder.Component, holder.Role, "");

    /// <summary>Gets the use of a component.</summary>
    public ShapeUse Use(ApiComponent component, Direction direction)
    {
        ApiComponent canonical = _shapes.Canonical(component);
        Shape shape = At(canonical.Schema, _shapes.DirectionOf(canonical, direction), ApiType.None, canonical.IsNamed ? canonical : null);
        return new ShapeUse(shape, _shapes.IsNullableTwin(component), true);
    }

    /// <summary>Gets the use of a schema that is read as one of its types.</summary>
    public ShapeUse UseAs(ApiType type, Shape holder, string role)
    {
        Shape shape = At(holder.Schema, holder.Direction, type, null);
        shape.Role = role;
        return new ShapeUse(shape, false, false);
    }

    private ShapeUse UseIn(ApiSchema? schema, Direction direction, ApiComponent? component, string role, string meaning)
    {
        if (schema is null)
        {
            return Graph.Any;
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

    private Shape At(ApiSchema schema, Direction direction, ApiType type, ApiComponent? component) =>
        _shapes.Find(schema, direction, type) ?? _shapes.Add(schema, direction, type, component);
}
