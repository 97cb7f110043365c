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
    private readonly Dictionary<Shape, List<(ApiComponent? Component, object? Call, IReadOnlyList<string> Roles)>> _places = new();

    public TypePlaces(ShapeGraph graph, IEnumerable<SchemaRoot> roots)
    {
        List<Shape> components = graph.All.Where(shape => shape.Component is { } component && component.Schema == shape.Schema).ToList();
        foreach (Shape shape in components)
        {
            _components[shape.Schema.Pointer] = shape.Component!;
        }

        foreach (Shape shape in components)
        {
            Walk(shape, shape.Component, null, Array.Empty<string>());
        }

        foreach (SchemaRoot root in roots)
        {
            ShapeUse use = graph.Use(root.Schema, root.Direction);
            if (!use.IsReference)
            {
                Walk(use.Shape, null, root.Call, root.Roles);
            }
        }
    }

    /// <summary>Gets the places of a shape: the component or call, and the words from there; neither, if nothing but a pointer leads to it.</summary>
    public IReadOnlyList<(ApiComponent? Component, object? Call, IReadOnlyList<string> Roles)> Of(Shape shape) =>
        _places.TryGetValue(shape, out List<(ApiComponent? Component, object? Call, IReadOnlyList<string> Roles)>? places)
            ? places
            : new[] { ((ApiComponent?)null, (object?)null, (IReadOnlyList<string>)new[] { PointerNames.Of(shape.Schema.Pointer) }) };

    // In breadth, so that each shape is met on the shortest way first; of ways that are as short, the first by its words.
    private void Walk(Shape root, ApiComponent? component, object? call, IReadOnlyList<string> roles)
    {
        HashSet<Shape> seen = new() { root };
        Dictionary<Shape, IReadOnlyList<string>> layer = new() { [root] = roles };
        while (layer.Count > 0)
        {
            Dictionary<Shape, IReadOnlyList<string>> next = new();
            foreach (KeyValuePair<Shape, IReadOnlyList<string>> step in layer)
            {
                if (step.Key.Component is null)
                {
                    Note(step.Key, component, call, step.Value);
                }

                bool isSame = step.Key.Content is SameContent;
                foreach (ShapeUse part in ShapeContents.Parts(step.Key.Content))
                {
                    if (!part.IsReference && !seen.Contains(part.Shape) && part.Shape.Schema.Pointer.Length > 0)
                    {
                        IReadOnlyList<string> path = isSame ? step.Value : step.Value.Append(part.Shape.Role).ToList();
                        next[part.Shape] = next.TryGetValue(part.Shape, out IReadOnlyList<string>? known) && !IsBefore(path, known) ? known : path;
                    }
                }
            }

            seen.UnionWith(next.Keys);
            layer = next;
        }
    }

    private void Note(Shape shape, ApiComponent? component, object? call, IReadOnlyList<string> roles)
    {
        if (!_places.TryGetValue(shape, out List<(ApiComponent? Component, object? Call, IReadOnlyList<string> Roles)>? places))
        {
            _places.Add(shape, places = new());
        }

        ApiComponent? home = ComponentOf(shape.Schema.Pointer);
        (ApiComponent? Component, object? Call, IReadOnlyList<string> Roles) place = home is null ? (component, call, roles) : (home, null, roles);
        int known = places.FindIndex(p => p.Component == place.Component && p.Call == place.Call);
        if (known < 0)
        {
            places.Add(place);
        }
        else if (IsBefore(place.Roles, places[known].Roles))
        {
            places[known] = place;
        }
    }

    private static bool IsBefore(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count != b.Count ? a.Count < b.Count : string.CompareOrdinal(string.Join("/", a), string.Join("/", b)) < 0;

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
