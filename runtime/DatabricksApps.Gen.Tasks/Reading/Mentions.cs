using System;
using System.Linq;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>The generated types that a type is made of: <c>Task&lt;Item[]&gt;</c> mentions Item. Null: none.</summary>
internal static class Mentions
{
    /// <summary>Gets what a type mentions that hides what it holds and shows it to nobody, such as Task of a <c>Task&lt;Item&gt;</c>.</summary>
    public static GeneratedType[] Kept { get; } = new GeneratedType[0];

    public static GeneratedType[]? Join(GeneratedType[]? one, GeneratedType[]? other) =>
        one is null || ReferenceEquals(one, other) ? other : other is null ? one : one.Union(other).ToArray();

    /// <summary>Says that code that is not seen may look at all of a value.</summary>
    /// <param name="value">What the value mentions.</param>
    /// <param name="known">What the place mentions that it is put into: of these it is seen what becomes of them.</param>
    public static void TakeWhole(GeneratedType[]? value, GeneratedType[]? known = null)
    {
        if (ReferenceEquals(known, Kept))
        {
            return;
        }

        foreach (GeneratedType type in value ?? [])
        {
            if (known is null || Array.IndexOf(known, type) < 0)
            {
                type.Names.Whole.Add(type.Name);
            }
        }
    }
}
