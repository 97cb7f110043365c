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
    private readonly SettledShapes _shapes;
    private readonly int[] _types;
    private readonly Dictionary<object, int> _known = new();
    private readonly object?[] _says;
    private readonly ShapeContent?[] _saidOf;
    private int _last;

    public TypePartition(SettledShapes shapes)
    {
        _shapes = shapes;
        _types = new int[shapes.All.Count];
        _says = new object?[shapes.All.Count];
        _saidOf = new ShapeContent?[shapes.All.Count];
    }

    /// <summary>Gets the number of a shape's type: that of what it stands for.</summary>
    public int TypeOf(ShapeUse use) => _types[_shapes.Resolve(use).Shape.Index];

    public int TypeOf(Shape shape) => TypeOf(new ShapeUse(shape, false, false));

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

            _types[shape.Index] = Number(SaidBy(shape, content));
            if (OwnSignature.Parts(shape, content).Any())
            {
                open.Add(shape);
            }
        }

        int[][] parts = open.Select(PartsOf).ToArray();
        int count = Count(open);
        int before;
        do
        {
            before = count;
            Dictionary<Signature, int> split = new();
            int[] next = new int[open.Count];
            for (int i = 0; i < open.Count; i++)
            {
                Signature signature = new(SignatureOf(open[i], parts[i]));
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

    private object SaidBy(Shape shape, ShapeContent content)
    {
        if (!ReferenceEquals(_saidOf[shape.Index], content))
        {
            _says[shape.Index] = OwnSignature.Of(shape, content, _shapes);
            _saidOf[shape.Index] = content;
        }

        return _says[shape.Index]!;
    }

    private int Number(object says)
    {
        if (!_known.TryGetValue(says, out int number))
        {
            _known.Add(says, number = ++_last);
        }

        return number;
    }

    private int Count(List<Shape> open) => open.Select(shape => _types[shape.Index]).Distinct().Count();

    // The shape of each part, and whether it may be null here.
    private int[] PartsOf(Shape shape) => OwnSignature.Parts(shape, _shapes.ContentOf(shape))
        .Select(use => _shapes.Resolve(use))
        .Select(part => (part.Shape.Index << 1) | (part.IsNullable ? 1 : 0))
        .ToArray();

    private int[] SignatureOf(Shape shape, int[] parts)
    {
        int[] signature = new int[parts.Length + 1];
        signature[0] = _types[shape.Index];
        for (int i = 0; i < parts.Length; i++)
        {
            signature[i + 1] = (_types[parts[i] >> 1] << 1) | (parts[i] & 1);
        }

        if (_shapes.ContentOf(shape) is UnionContent { IsOfScalars: true })
        {
            Array.Sort(signature, 1, parts.Length);
        }

        return signature;
    }

    private readonly struct Signature : IEquatable<Signature>
    {
        private readonly int[] _values;
        private readonly int _hash;

        public Signature(int[] values)
        {
            _values = values;
            int hash = 17;
            foreach (int value in values)
            {
                hash = unchecked((hash * 31) + value);
            }

            _hash = hash;
        }

        public bool Equals(Signature other) => _hash == other._hash && _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? other) => other is Signature signature && Equals(signature);

        public override int GetHashCode() => _hash;
    }
}
