using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Walks what shapes hold.</summary>
internal static class ShapeContents
{
    /// <summary>Gets the uses that are spelled where the shape is used: parts of a type without a name.</summary>
    public static IEnumerable<ShapeUse> Spelled(ShapeContent content) => content switch
    {
        SameContent same => new[] { same.Other },
        ListContent list => new[] { list.Item },
        MapContent map => map.Others.Prepend(map.Value),
        TupleContent tuple => tuple.Items,
        _ => Enumerable.Empty<ShapeUse>(),
    };

    /// <summary>Gets all uses of other shapes.</summary>
    public static IEnumerable<ShapeUse> Parts(ShapeContent content) => content switch
    {
        TupleRecordContent tuple => tuple.Rest is { } rest ? tuple.Items.Append(rest) : tuple.Items,
        ObjectContent model => model.Additional is { } value ? model.Members.Select(m => m.Type).Append(value) : model.Members.Select(m => m.Type),
        UnionContent union => union.Cases.Select(c => c.Type).Concat(union.Members.Select(m => m.Type)),
        _ => Spelled(content),
    };

    /// <summary>Replaces the uses that are spelled where the shape is used.</summary>
    public static ShapeContent WithSpelled(ShapeContent content, Func<ShapeUse, ShapeUse> replace) => content switch
    {
        SameContent same => new SameContent(replace(same.Other)),
        ListContent list => new ListContent(replace(list.Item)),
        MapContent map => new MapContent(replace(map.Value), map.Others.Select(replace).ToList()),
        TupleContent tuple => new TupleContent(tuple.Items.Select(replace).ToList()),
        _ => content,
    };
}
