using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Keeps the types without a name such that C# can spell them: lists, maps and tuples in each other.</summary>
internal static class SpelledTypes
{
    /// <summary>The largest type that is spelled where it is used (see <see cref="Model.TypeRef.Size"/>); people write a tenth of that.</summary>
    private const int LargestType = 250;

    /// <summary>The largest tuple without a name, so that lists of it can still be spelled.</summary>
    private const int LargestTuple = LargestType / 2;

    public static void Settle(SettledShapes shapes, Findings findings)
    {
        while (CutCycles(shapes, findings))
        {
        }

        List<List<int>> sets = Find(shapes);
        long[] names = new long[shapes.All.Count];
        long[] codecNames = new long[shapes.All.Count];
        foreach (int index in sets.SelectMany(set => set))
        {
            Measure(shapes, shapes.All[index], names, codecNames, findings);
        }
    }

    // What leads to itself without an object, an enum or a union between has no name that C# could use before the type is
    // spelled. The references are where the author closed the circle; each of them is cut, since none comes first.
    private static bool CutCycles(SettledShapes shapes, Findings findings)
    {
        bool isCut = false;
        foreach (List<int> set in Find(shapes))
        {
            HashSet<int> members = new(set);
            bool IsInside(ShapeUse use) => members.Contains(use.Shape.Index);
            List<Shape> circle = set.Select(i => shapes.All[i]).Where(shape => ShapeContents.Spelled(shapes.ContentOf(shape)).Any(IsInside)).ToList();
            bool hasReference = circle.Any(shape => ShapeContents.Spelled(shapes.ContentOf(shape)).Any(use => use.IsReference && IsInside(use)));
            foreach (Shape shape in circle)
            {
                bool IsCut(ShapeUse use) => IsInside(use) && (use.IsReference || !hasReference);
                ShapeContent content = shapes.ContentOf(shape);
                if (ShapeContents.Spelled(content).Any(IsCut))
                {
                    isCut = true;
                    findings.Untyped(shape.Schema.Pointer, Describe(shape));
                    shapes.Replace(shape, ShapeContents.WithSpelled(content, use => IsCut(use) ? shapes.Graph.Any : use));
                }
            }
        }

        return isCut;
    }

    private static MessageText Describe(Shape shape) => shape.Component is { } component
        ? (MessageText)$"'{component.Name}' contains itself without an object or a union between, which C# cannot name"
        : $"it contains itself without an object or a union between, which C# cannot name";

    private static List<List<int>> Find(SettledShapes shapes) => StronglyConnected.Find(
        shapes.All.Count,
        index => shapes.ContentOf(shapes.All[index]) is { } content && content is SameContent or ListContent or MapContent or TupleContent
            ? ShapeContents.Spelled(content).Select(use => use.Shape.Index).ToList()
            : Array.Empty<int>());

    // As TypeRef.Size counts, whose parts are measured before.
    private static void Measure(SettledShapes shapes, Shape shape, long[] names, long[] codecNames, Findings findings)
    {
        (names[shape.Index], codecNames[shape.Index]) = (1, 1);
        ShapeContent content = shapes.ContentOf(shape);
        if (content is SameContent)
        {
            int other = shapes.Resolve(new ShapeUse(shape, false, false)).Shape.Index;
            (names[shape.Index], codecNames[shape.Index]) = (names[other], codecNames[other]);
            return;
        }

        long ownNames = 1;
        long ownCodecNames = 1;
        foreach (ShapeUse use in ShapeContents.Spelled(content))
        {
            ShapeUse part = shapes.Resolve(use);
            long partNames = names[part.Shape.Index];
            ownNames += partNames;
            ownCodecNames += partNames + codecNames[part.Shape.Index] + (part.IsNullable ? partNames + 1 : 0);
        }

        if (content is TupleContent tuple && ownCodecNames > LargestTuple)
        {
            // Tuples of tuples double with each level: one that is too large to spell gets a name.
            shapes.Replace(shape, new TupleRecordContent(tuple.Items, null));
        }
        else if (ownCodecNames > LargestType)
        {
            findings.Untyped(
                shape.Schema.Pointer, $"lists, maps and tuples lie in each other so deep or wide that C# would spell the type with {(int)ownCodecNames} names");
            shapes.Replace(shape, ScalarContent.Any);
        }
        else
        {
            (names[shape.Index], codecNames[shape.Index]) = (ownNames, ownCodecNames);
        }
    }
}
