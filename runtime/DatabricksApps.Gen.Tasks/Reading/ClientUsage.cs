using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>A generated client, and what code uses of it.</summary>
internal sealed class ClientUsage(string name, string space, bool isPublic, NamesUsed names)
{
    /// <summary>Gets the name of its class.</summary>
    public string Name { get; } = name;

    public string Namespace { get; } = space;

    public bool IsPublic { get; } = isPublic;

    /// <summary>Gets what is used of the types in its namespace.</summary>
    public NamesUsed Names { get; } = names;

    /// <summary>Gets the methods that are called: <c>Items.ListItemsAsync</c>, or <c>ListItemsAsync</c> of the client itself.</summary>
    public HashSet<string> Calls { get; } = new(StringComparer.Ordinal);
}
