using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Schemas;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds where each inline schema stands: in which component or call, and as what.</summary>
/// <remarks>
/// A schema stands in one component even where heirs of that have it too: its pointer says in which. What several calls
/// refer to stands in each of them.
/// </remarks>
internal sealed class TypePlaces
{
    private readonly Dictionary<string, ApiComponent> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<Shape, ApiComponent?> _homes = new();
    private readonly Dictionary<Shape, List<Standing>> _places = new();
    private readonly int[] _walks;
    private int _walk;

    public TypePlaces(ShapeGraph graph, IEnumerable<SchemaRoot> roots)
    {
        _walks = new int[graph.All.Count];
        List<Shape> components = graph.All.Where(shape => shape.Component is { } component && component.Schema == shape.Schema).ToList();
        foreach (Shape shape in components)
        {
            _components[shape.Schema.Pointer] = shape.Component!;
        }

        foreach (Shape shape in components)
        {
            Walk(shape, new Standing(shape.Component, null, null));
        }

        foreach (SchemaRoot root in roots)
        {
            ShapeUse use = graph.Use(root.Schema, root.Direction);
            if (!use.IsReference)
            {
                Walk(use.Shape, new Standing(null, root.Call, root.Roles.Aggregate((RolePath?)null, (path, role) => new RolePath(path, role))));
            }
        }
    }

    /// <summary>Gets the places of a shape; one without a component or call if nothing but a pointer leads to it.</summary>
    public IReadOnlyList<Standing> Of(Shape shape) => _places.TryGetValue(shape, out List<Standing>? places)
        ? places
        : new[] { new Standing(null, null, new RolePath(null, PointerNames.Of(shape.Schema.Pointer))) };

    // In breadth, so that each shape is met on the shortest way first; of ways that are as short, the first by its words.
    private void Walk(Shape root, Standing start)
    {
        _walk++;
        _walks[root.Index] = _walk;
        Dictionary<Shape, RolePath?> layer = new() { [root] = start.Roles };
        while (layer.Count > 0)
        {
            Dictionary<Shape, RolePath?> next = new();
            foreach (KeyValuePair<Shape, RolePath?> step in layer)
            {
                if (step.Key.Component is null && step.Key.Content is ObjectContent or EnumContent or UnionContent or TupleRecordContent or TupleContent)
                {
                    Note(step.Key, start with { Roles = step.Value });
                }

                bool isSame = step.Key.Content is SameContent;
                foreach (ShapeUse part in ShapeContents.Parts(step.Key.Content))
                {
                    if (part.IsReference || _walks[part.Shape.Index] == _walk || part.Shape.Content is ScalarContent)
                    {
                        continue;
                    }

                    RolePath? path = isSame ? step.Value : new RolePath(step.Value, part.Shape.Role);
                    if (!next.TryGetValue(part.Shape, out RolePath? known) || RolePath.IsBefore(path, known))
                    {
                        next[part.Shape] = path;
                    }
                }
            }

            foreach (Shape shape in next.Keys)
            {
                _walks[shape.Index] = _walk;
            }

            layer = next;
        }
    }

    private void Note(Shape shape, Standing place)
    {
        if (!_places.TryGetValue(shape, out List<Standing>? places))
        {
            _places.Add(shape, places = new());
            _homes.Add(shape, ComponentOf(shape.Schema.Pointer));
        }

        if (_homes[shape] is { } home)
        {
            place = new Standing(home, null, place.Roles);
        }

        int known = places.FindIndex(p => p.Component == place.Component && p.Call == place.Call);
        if (known < 0)
        {
            places.Add(place);
        }
        else if (RolePath.IsBefore(place.Roles, places[known].Roles))
        {
            places[known] = place;
        }
    }

    // The innermost component whose pointer the schema's pointer begins with.
    private ApiComponent? ComponentOf(string pointer)
    {
        for (int end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (_components.TryGetValue(pointer.Substring(0, end), out ApiComponent? component))
            {
                return component;
            }
        }

        return null;
    }
}

/// <summary>Where a schema stands.</summary>
/// <param name="Component">The component that it stands in; null: none.</param>
/// <param name="Call">The operation or endpoint that it stands in; null: none.</param>
/// <param name="Roles">What it is there.</param>
internal sealed record Standing(ApiComponent? Component, object? Call, RolePath? Roles);
