using System.Collections.Generic;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>Something to tell the user, at a place that is still a JSON pointer.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Pointer">The JSON pointer of the node it is about; empty for the whole document.</param>
/// <param name="Message">What the message's <c>{0}</c> stands for: one sentence about this very place.</param>
internal sealed record Finding(string Id, string Pointer, string Message);

/// <summary>Collects what is found while a document is read and bound.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _items = new();

    public IReadOnlyList<Finding> Items => _items;

    public void Add(string id, string pointer, string message) => _items.Add(new Finding(id, pointer, message));
}
