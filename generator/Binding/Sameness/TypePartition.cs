using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Tells which shapes are one C# type.</summary>
/// <remarks>
/// Partition refinement: all shapes that say the same by themselves begin as one type, and are split where their parts are
/// of different types, until nothing is split any more. So shapes that hold each other, or themselves, need no care.
/// </remarks>
internal sealed class TypePartition
{
    private static readonly SameNumbers s_sameNumbers = new();

    private readonly SettledShapes _shapes;
    private readonly int[] _types;
    private readonly Dictionary<object, int> _known = new();
    private readonly object?[] _says;
    private readonly ShapeUse[][] _parts;
    private readonly ShapeContent?[] _saidOf;
    private int _last;

    public TypePartition(SettledShapes shapes)
    {
        _shapes = shapes;
        _types = new int[shapes.All.Count];
        _says = new object?[shapes.All.Count];
        _parts = new ShapeUse[shapes.All.Count][];
        _saidOf = new ShapeContent?[shapes.All.Count];
    }

    /// <summary>Gets the number of a shape's type: that of what it stands for.</summary>
    public int TypeOf(ShapeUse use) => TypeOf(use.Shape);

    public int TypeOf(Shape shape) => _types[_shapes.Resolve(shape).Index];

    /// <summary>Finds the types of the shapes as they are now.</summary>
    public void Refine()
    {
        List<Shape> open = new();
        foreach (Shape shape in _shapes.All)
        {
            ShapeContent content = _shapes.ContentOf(shape);
            if (content is SameContent)
            {
                continue;
            }

            Read(shape, content);
            _types[shape.Index] = Number(_says[shape.Index]!);
            if (_parts[shape.Index].Length > 0)
            {
                open.Add(shape);
            }
        }

        int count = Count(open);
        int before;
        do
        {
            before = count;
            Dictionary<int[], int> split = new(s_sameNumbers);
            int[] next = new int[open.Count];
            for (int i = 0; i < open.Count; i++)
            {
                int[] signature = SignatureOf(open[i]);
                if (!split.TryGetValue(signature, out int type))
                {
                    split.Add(signature, type = ++_last);
                }

                next[i] = type;
            }

            for (int i = 0; i < open.Count; i++)
            {
                _types[open[i].Index] = next[i];
            }

            count = split.Count;
        }
        while (count > before);
    }

    private void Read(Shape shape, ShapeContent content)
    {
        if (!ReferenceEquals(_saidOf[shape.Index], content))
        {
            _says[shape.Index] = OwnSignature.Of(shape, content, _shapes);
            _parts[shape.Index] = OwnSignature.Parts(shape, content).ToArray();
            _saidOf[shape.Index] = content;
        }
    }

    private int Number(object says)
    {
        if (!_known.TryGetValue(says, out int number))
        {
            _known.Add(says, number = ++_last);
        }

        return number;
    }

    private int Count(List<Shape> open)
    {
        HashSet<int> types = new();
        foreach (Shape shape in open)
        {
            types.Add(_types[shape.Index]);
        }

        return types.Count;
    }

    // The type of the shape, then of each part, and whether that may be null here. Null of a case is null of the union, which
    // what uses it says.
    private int[] SignatureOf(Shape shape)
    {
        ShapeUse[] parts = _parts[shape.Index];
        int cases = _shapes.ContentOf(shape) is UnionContent union ? union.Cases.Count : 0;
        int[] signature = new int[parts.Length + 1];
        signature[0] = _types[shape.Index];
        for (int i = 0; i < parts.Length; i++)
        {
            ShapeUse part = _shapes.Resolve(parts[i]);
            signature[i + 1] = (_types[part.Shape.Index] << 1) | (part.IsNullable && i >= cases ? 1 : 0);
        }

        if (_shapes.ContentOf(shape) is UnionContent { IsOfScalars: true })
        {
            Array.Sort(signature, 1, parts.Length);
        }

        return signature;
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public bool Equals(int[] a, int[] b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(int[] numbers)
        {
            int hash = 17;
            foreach (int number in numbers)
            {
                hash = unchecked((hash * 31) + number);
            }

            return hash;
        }
    }
}
