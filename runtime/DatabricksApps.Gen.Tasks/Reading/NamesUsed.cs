using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>What code uses of the types of a namespace, by their names in C#.</summary>
internal sealed class NamesUsed
{
    /// <summary>Gets the members that are read: <c>Item.Name</c>.</summary>
    public HashSet<string> Reads { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the members that are set, and the types that are made: <c>Item.Name</c>, <c>Item</c>.</summary>
    public HashSet<string> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the values of enums and the cases of unions that are named: <c>Color.Blue</c>.</summary>
    public HashSet<string> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the types that are named by themselves: of a parameter, a field, a local, a type argument.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the types that are handed to code that may look at all of them.</summary>
    public HashSet<string> Whole { get; } = new(StringComparer.Ordinal);
}
