using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>A type that will have a name in C#, and the shapes that are of it.</summary>
internal sealed class NamedType
{
    /// <summary>Gets the shapes that a client reads or writes, in the order of their places.</summary>
    public List<Shape> Shapes { get; } = new();

    /// <summary>Gets what they are.</summary>
    public required ShapeContent Content { get; init; }

    /// <summary>Gets the shape whose texts describe the type: the first by its place, whatever the document's order.</summary>
    public Shape First => Shapes[0];
}

/// <summary>The pass that tells which shapes are one type: its result, the types.</summary>
internal sealed class NamedTypes
{
    private readonly SettledShapes _shapes;
    private readonly TypePartition _partition;
    private readonly Dictionary<int, NamedType> _types = new();
    private readonly List<NamedType> _all = new();

    private NamedTypes(SettledShapes shapes, TypePartition partition, Findings findings)
    {
        _shapes = shapes;
        _partition = partition;
        Findings = findings;
    }

    public ShapeGraph Graph => _shapes.Graph;

    /// <summary>Gets what the user should know.</summary>
    public Findings Findings { get; }

    /// <summary>Gets the types, in the order of their first places.</summary>
    public IReadOnlyList<NamedType> All => _all;

    /// <param name="graph">All shapes.</param>
    /// <param name="roots">The uses that a client begins with; what they do not lead to has no type.</param>
    public static NamedTypes Find(ShapeGraph graph, IEnumerable<ShapeUse> roots)
    {
        Findings findings = new();
        SettledShapes shapes = new(graph);
        TypePartition partition = new(shapes);
        do
        {
            SpelledTypes.Settle(shapes, findings);
            partition.Refine();
        }
        while (new UnionSettler(shapes, partition).Settle());

        List<Shape> named = Reach(shapes, roots).Where(shape => HasName(shapes.ContentOf(shape))).ToList();
        named.Sort(Shape.CompareByPlace);
        NamedTypes types = new(shapes, partition, findings);
        named.ForEach(types.Add);
        return types;
    }

    /// <summary>Follows a use to what it is in the end.</summary>
    public ShapeUse Resolve(ShapeUse use) => _shapes.Resolve(use);

    public ShapeContent ContentOf(ShapeUse use) => _shapes.ContentOf(use);

    /// <summary>Tells whether two uses are of one C# type, null aside.</summary>
    public bool IsSame(ShapeUse a, ShapeUse b) => _partition.TypeOf(a) == _partition.TypeOf(b);

    /// <summary>Gets the type of a shape that is one with a name.</summary>
    public NamedType TypeOf(Shape shape) => _types[_partition.TypeOf(shape)];

    private void Add(Shape shape)
    {
        int number = _partition.TypeOf(shape);
        if (!_types.TryGetValue(number, out NamedType? type))
        {
            _types.Add(number, type = new NamedType { Content = _shapes.ContentOf(shape) });
            _all.Add(type);
        }

        type.Shapes.Add(shape);
    }

    private static bool HasName(ShapeContent content) => content is ObjectContent or EnumContent or UnionContent or TupleRecordContent;

    private static IEnumerable<Shape> Reach(SettledShapes shapes, IEnumerable<ShapeUse> roots)
    {
        HashSet<Shape> reached = new();
        Stack<Shape> open = new();
        foreach (ShapeUse root in roots)
        {
            Add(root);
        }

        while (open.Count > 0)
        {
            foreach (ShapeUse part in ShapeContents.Parts(shapes.ContentOf(open.Pop())))
            {
                Add(part);
            }
        }

        return reached;

        void Add(ShapeUse use)
        {
            Shape shape = shapes.Resolve(use).Shape;
            if (reached.Add(shape))
            {
                open.Push(shape);
            }
        }
    }
}
