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

    /// <summary>Adds a finding in words of our own.</summary>
    public void Add(string id, string pointer, string words) => Add(new Finding(id, pointer, words));

    /// <summary>Adds a finding with words of the document in it.</summary>
    public void Add(string id, string pointer, MessageText message) => Add(id, pointer, message.ToString());

    /// <summary>Adds what was found before.</summary>
    public void Add(Finding finding) => _items.Add(finding);
}
