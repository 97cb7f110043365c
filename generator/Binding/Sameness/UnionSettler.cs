using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Takes out of each union what is no case of its own; what has one case left is that case.</summary>
internal sealed class UnionSettler
{
    private readonly SettledShapes _shapes;
    private readonly TypePartition _types;

    public UnionSettler(SettledShapes shapes, TypePartition types)
    {
        _shapes = shapes;
        _types = types;
    }

    /// <summary>Settles all unions and maps; false if nothing was left to do.</summary>
    public bool Settle()
    {
        bool isChanged = SpreadCircles();
        foreach (Shape shape in _shapes.All)
        {
            isChanged |= _shapes.ContentOf(shape) switch
            {
                UnionContent union => Settle(shape, union),
                MapContent { Others.Count: > 0 } map => Settle(shape, map),
                _ => false,
            };
        }

        return isChanged;
    }

    // A union that is a case of itself adds no value, and would ask itself for ever. Unions that are cases of each other are
    // all of the others' cases.
    private bool SpreadCircles()
    {
        bool isChanged = false;
        List<List<int>> circles = new();
        StronglyConnected.Visit(_shapes.All.Count, CasesOf, set =>
        {
            if (set.Count > 1 || CasesOf(set[0]).Contains(set[0]))
            {
                circles.Add(set.ToList());
            }
        });
        foreach (List<int> circle in circles)
        {
            isChanged = true;
            Spread(circle);
        }

        return isChanged;
    }

    private void Spread(IReadOnlyList<int> set)
    {
        HashSet<int> circle = new(set);
        List<(Shape Shape, UnionContent Union)> unions = set
            .Select(index => _shapes.All[index])
            .OrderBy(shape => shape.Schema.Pointer, StringComparer.Ordinal)
            .Select(shape => (shape, (UnionContent)_shapes.ContentOf(shape)))
            .ToList();
        bool haveOneDiscriminator = unions.Select(u => u.Union.Discriminator).Distinct().Count() == 1;
        bool isNullable = unions.Any(u => _shapes.Resolve(new ShapeUse(u.Shape, false, false)).IsNullable
            || u.Union.Cases.Any(c => _shapes.Resolve(c.Type) is { IsNullable: true } use && circle.Contains(use.Shape.Index)));
        foreach ((Shape shape, UnionContent union) in unions)
        {
            if (isNullable)
            {
                _shapes.AllowNull(shape);
            }

            List<CaseShape> cases = unions
                .OrderBy(other => other.Shape == shape ? 0 : 1)
                .SelectMany(other => other.Union.Cases)
                .Where(c => !circle.Contains(_shapes.Resolve(c.Type).Shape.Index))
                .ToList();
            _shapes.Replace(shape, haveOneDiscriminator
                ? union with { Cases = cases }
                : union with { Discriminator = null, Cases = cases.Select(c => c with { Tags = Array.Empty<string>() }).ToList() });
        }
    }

    private IReadOnlyList<int> CasesOf(int index) => _shapes.ContentOf(_shapes.All[index]) is UnionContent { IsOfScalars: false } union
        ? union.Cases.Select(c => _shapes.Resolve(c.Type).Shape).Where(s => _shapes.ContentOf(s) is UnionContent).Select(s => s.Index).ToList()
        : Array.Empty<int>();

    private bool Settle(Shape shape, UnionContent union)
    {
        List<(ShapeUse Type, List<string> Tags)> distinct = new();
        bool isChanged = false;
        foreach (CaseShape unionCase in union.Cases)
        {
            ShapeUse use = _shapes.Resolve(unionCase.Type);
            if (_shapes.ContentOf(use.Shape) == ScalarContent.Any)
            {
                // One case allows anything, so the union does.
                _shapes.Replace(shape, ScalarContent.Any);
                return true;
            }

            if (use.IsNullable)
            {
                isChanged |= _shapes.AllowNull(shape);
            }

            int same = distinct.FindIndex(known => _types.TypeOf(known.Type) == _types.TypeOf(use) || IsOpenEnumOver(known.Type, use));
            if (same < 0)
            {
                distinct.Add((new ShapeUse(use.Shape, false, false), unionCase.Tags.ToList()));
            }
            else
            {
                distinct[same].Tags.AddRange(unionCase.Tags);
            }
        }

        if (distinct.Count <= 1)
        {
            _shapes.Replace(shape, distinct.Count == 0 ? ScalarContent.Any : new SameContent(distinct[0].Type));
            return true;
        }

        // Whatever way led to them: scalars are a union of scalars.
        bool isOfScalars = shape.Component is null && distinct.All(c => _shapes.ContentOf(c.Type.Shape) is ScalarContent);
        if (distinct.Count == union.Cases.Count && isOfScalars == union.IsOfScalars)
        {
            return isChanged;
        }

        _shapes.Replace(shape, union with
        {
            Cases = distinct.Select(c => new CaseShape(c.Type, c.Tags.Distinct(StringComparer.Ordinal).ToList())).ToList(),
            IsOfScalars = isOfScalars,
        });
        return true;
    }

    private bool Settle(Shape shape, MapContent map)
    {
        ShapeUse value = _shapes.Resolve(map.Value);
        bool isOne = map.Others.Select(_shapes.Resolve).All(other => _types.TypeOf(other) == _types.TypeOf(value) && other.IsNullable == value.IsNullable);
        _shapes.Replace(shape, new MapContent(isOne ? map.Value : _shapes.Graph.Any, Array.Empty<ShapeUse>()));
        return true;
    }

    // An open enum holds every string, so a plain string beside it adds nothing.
    private bool IsOpenEnumOver(ShapeUse known, ShapeUse added) =>
        _shapes.ContentOf(known.Shape) is EnumContent { Kind: EnumKind.String } && _shapes.ContentOf(added.Shape) is ScalarContent { Kind: TypeKind.String };
}
