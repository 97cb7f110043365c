using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Spells bounds and defaults by their keywords: <c>maxLength=40</c>, <c>default=20</c>.</summary>
internal static class BoundText
{
    public const string Default = "default";
    public const string Value = "value";

    /// <summary>What stands before the keyword of a bound of each item.</summary>
    public const string Items = "items.";

    public static IEnumerable<string> Of(DocModel doc) => doc.Bounds.Select(bound => $"{(bound.IsOfItems ? Items : "")}{KeywordOf(bound.Kind)}={bound.Value}");

    public static string KeywordOf(BoundKind kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Gets the keywords of bounds, without those of defaults and of values.</summary>
    public static IReadOnlyList<string> Keywords { get; } = Enumerable.Range(0, (int)BoundKind.Value)
        .Select(kind => (BoundKind)kind)
        .SelectMany(kind => new[] { KeywordOf(kind), Items + KeywordOf(kind) })
        .ToList();
}
