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
        bool isCut;
        do
        {
            isCut = false;
            long[] names = new long[shapes.All.Count];
            long[] codecNames = new long[shapes.All.Count];
            StronglyConnected.Visit(
                shapes.All.Count,
                index => PartsOf(shapes.ContentOf(shapes.All[index])),
                set =>
                {
                    if (set.Count > 1 || PartsOf(shapes.ContentOf(shapes.All[set[0]])).Contains(set[0]))
                    {
                        CutCircle(shapes, set, findings);
                        isCut = true;
                    }
                    else if (!isCut)
                    {
                        // What leads to a circle that has been cut is measured in the next round.
                        Measure(shapes, shapes.All[set[0]], names, codecNames, findings);
                    }
                });
        }
        while (isCut);
    }

    private static IReadOnlyList<int> PartsOf(ShapeContent content) => content switch
    {
        SameContent same => new[] { same.Other.Shape.Index },
        ListContent list => new[] { list.Item.Shape.Index },
        MapContent { Others.Count: 0 } map => new[] { map.Value.Shape.Index },
        MapContent or TupleContent => ShapeContents.Spelled(content).Select(use => use.Shape.Index).ToList(),
        _ => Array.Empty<int>(),
    };

    // What leads to itself without an object, an enum or a union between has no name that C# could use before the type is
    // spelled. The references are where the author closed the circle; each of them is cut, since none comes first.
    private static void CutCircle(SettledShapes shapes, IReadOnlyList<int> set, Findings findings)
    {
        HashSet<int> members = new(set);
        bool IsInside(ShapeUse use) => members.Contains(use.Shape.Index);
        bool hasReference = set.Any(index => ShapeContents.Spelled(shapes.ContentOf(shapes.All[index])).Any(use => use.IsReference && IsInside(use)));
        bool IsCut(ShapeUse use) => IsInside(use) && (use.IsReference || !hasReference);
        foreach (Shape shape in set.Select(index => shapes.All[index]))
        {
            ShapeContent content = shapes.ContentOf(shape);
            if (ShapeContents.Spelled(content).Any(IsCut))
            {
                findings.Untyped(shape.Schema.Pointer, Describe(shape));
                shapes.Replace(shape, ShapeContents.WithSpelled(content, use => IsCut(use) ? shapes.Graph.Any : use));
            }
        }
    }

    private static MessageText Describe(Shape shape) => shape.Component is { } component
        ? (MessageText)$"'{component.Name}' contains itself without an object or a union between, which C# cannot name"
        : $"it contains itself without an object or a union between, which C# cannot name";

    // As TypeRef.Size counts, whose parts are measured before.
    private static void Measure(SettledShapes shapes, Shape shape, long[] names, long[] codecNames, Findings findings)
    {
        (names[shape.Index], codecNames[shape.Index]) = (1, 1);
        ShapeContent content = shapes.ContentOf(shape);
        if (content is SameContent)
        {
            int other = shapes.Resolve(shape).Index;
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
