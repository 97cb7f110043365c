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

    // What components' pointers begin with: /components/schemas/.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly ApiComponent?[] _homes;
    private readonly List<Standing>?[] _places;
    private readonly RolePath?[] _paths;
    private readonly int[] _layers;
    private int _layer;

    public TypePlaces(ShapeGraph graph, IEnumerable<SchemaRoot> roots)
    {
        _homes = new ApiComponent?[graph.All.Count];
        _places = new List<Standing>?[graph.All.Count];
        _paths = new RolePath?[graph.All.Count];
        _layers = new int[graph.All.Count];
        List<Shape> components = graph.All.Where(shape => shape.Component is { } component && component.Schema == shape.Schema).ToList();
        foreach (Shape shape in components)
        {
            string pointer = shape.Schema.Pointer;
            _components[pointer] = shape.Component!;
            _folders.Add(pointer.Substring(0, pointer.LastIndexOf('/') + 1));
        }

        foreach (Shape shape in components)
        {
            Walk(shape, new Standing(shape.Component, null, null));
        }

        foreach (SchemaRoot root in roots)
        {
            ShapeUse use = graph.Find(root.Schema, root.Direction);
            if (!use.IsReference && use.Shape.Content is not ScalarContent)
            {
                Walk(use.Shape, new Standing(null, root.Call, root.Roles.Aggregate((RolePath?)null, (path, role) => new RolePath(path, role))));
            }
        }
    }

    /// <summary>Gets the places of a shape; one without a component or call if nothing but a pointer leads to it.</summary>
    public IReadOnlyList<Standing> Of(Shape shape) => _places[shape.Index] is { } places
        ? places
        : new[] { new Standing(null, null, new RolePath(null, PointerNames.Of(shape.Schema.Pointer))) };

    // In breadth, so that each shape is met on the shortest way first; of ways that are as short, the first by its words.
    private void Walk(Shape root, Standing start)
    {
        int first = ++_layer;
        _layers[root.Index] = first;
        _paths[root.Index] = start.Roles;
        List<Shape> layer = new() { root };
        while (layer.Count > 0)
        {
            _layer++;
            List<Shape> next = new();
            foreach (Shape shape in layer)
            {
                RolePath? path = _paths[shape.Index];
                if (shape.Component is null && shape.Content is ObjectContent or EnumContent or UnionContent or TupleRecordContent or TupleContent)
                {
                    Note(shape, start, path);
                }

                foreach (ShapeUse part in ShapeContents.Parts(shape.Content))
                {
                    int met = _layers[part.Shape.Index];
                    if (part.IsReference || part.Shape.Content is ScalarContent || (met >= first && met < _layer))
                    {
                        continue;
                    }

                    RolePath? way = shape.Content is SameContent ? path : new RolePath(path, part.Shape.Role);
                    if (met < first)
                    {
                        next.Add(part.Shape);
                    }

                    if (met < first || RolePath.IsBefore(way, _paths[part.Shape.Index]))
                    {
                        _layers[part.Shape.Index] = _layer;
                        _paths[part.Shape.Index] = way;
                    }
                }
            }

            layer = next;
        }
    }

    private void Note(Shape shape, Standing start, RolePath? roles)
    {
        if (_places[shape.Index] is not { } places)
        {
            _places[shape.Index] = places = new();
            _homes[shape.Index] = ComponentOf(shape.Schema.Pointer);
        }

        Standing place = _homes[shape.Index] is { } home ? new Standing(home, null, roles) : start with { Roles = roles };
        for (int i = 0; i < places.Count; i++)
        {
            if (places[i].Component == place.Component && places[i].Call == place.Call)
            {
                places[i] = RolePath.IsBefore(roles, places[i].Roles) ? place : places[i];
                return;
            }
        }

        places.Add(place);
    }

    // The innermost component whose pointer the schema's pointer begins with.
    private ApiComponent? ComponentOf(string pointer)
    {
        ApiComponent? innermost = null;
        int length = 0;
        foreach (string folder in _folders)
        {
            int end = pointer.StartsWith(folder, StringComparison.Ordinal) ? pointer.IndexOf('/', folder.Length) : -1;
            if (end > length && _components.TryGetValue(pointer.Substring(0, end), out ApiComponent? component))
            {
                (innermost, length) = (component, end);
            }
        }

        return innermost;
    }
}

/// <summary>Where a schema stands.</summary>
/// <param name="Component">The component that it stands in; null: none.</param>
/// <param name="Call">The operation or endpoint that it stands in; null: none.</param>
/// <param name="Roles">What it is there.</param>
internal sealed record Standing(ApiComponent? Component, object? Call, RolePath? Roles);
