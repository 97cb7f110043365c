using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>What the shapes are when each is seen beside all others: unions that are none stand for what is left of them.</summary>
internal sealed class SettledShapes
{
    private readonly ShapeContent[] _contents;
    private readonly bool[] _nulls;

    public SettledShapes(ShapeGraph graph)
    {
        Graph = graph;
        _contents = graph.All.Select(shape => shape.Content).ToArray();
        _nulls = graph.All.Select(shape => shape.AllowsNull).ToArray();
    }

    public ShapeGraph Graph { get; }

    public IReadOnlyList<Shape> All => Graph.All;

    public ShapeContent ContentOf(Shape shape) => _contents[shape.Index];

    public void Replace(Shape shape, ShapeContent content) => _contents[shape.Index] = content;

    /// <summary>Lets a shape be null wherever it is used; false if it could be before.</summary>
    public bool AllowNull(Shape shape)
    {
        bool isChanged = !_nulls[shape.Index];
        _nulls[shape.Index] = true;
        return isChanged;
    }

    /// <summary>
    /// Follows a use to the shape that stands for no other; it is nullable if a shape on the way allows null, before one
    /// of the uses forbids it.
    /// </summary>
    public ShapeUse Resolve(ShapeUse use)
    {
        bool isNullable = false;
        bool isForbidden = false;
        while (true)
        {
            isForbidden |= use.IsNeverNull;
            isNullable |= !isForbidden && (use.IsNullable || _nulls[use.Shape.Index]);
            if (_contents[use.Shape.Index] is not SameContent same)
            {
                return new ShapeUse(use.Shape, isNullable && ContentOf(use.Shape) != ScalarContent.Any, use.IsReference);
            }

            use = same.Other;
        }
    }

    /// <summary>Gets what a use becomes in C#, but for null.</summary>
    public ShapeContent ContentOf(ShapeUse use) => ContentOf(Resolve(use).Shape);
}
