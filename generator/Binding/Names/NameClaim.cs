using System.Collections.Generic;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>What wants a name in C#.</summary>
internal sealed class NameClaim
{
    private readonly IEnumerator<string> _candidates;

    /// <param name="place">What tells it from all others of its scope, whatever the order: a JSON pointer, a name on the wire.</param>
    /// <param name="candidates">The names that it could have, best first; an empty one leaves the first choice to others.</param>
    public NameClaim(string place, IEnumerable<string> candidates)
    {
        Place = place;
        _candidates = candidates.GetEnumerator();
    }

    public string Place { get; }

    /// <summary>Gets the name that it has had and keeps; empty: none.</summary>
    public string Kept { get; init; } = "";

    /// <summary>Gets the name that it wants now.</summary>
    public string Current => _candidates.Current;

    /// <summary>Gets the first name that it wanted.</summary>
    public string Choice { get; internal set; } = "";

    /// <summary>Gets the name that it has got.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Gets whether others wanted its first choice too; else it was taken, if it has another name.</summary>
    public bool IsContested { get; internal set; }

    /// <summary>Goes on to its next candidate; false if there is none.</summary>
    public bool MoveNext() => _candidates.MoveNext();

    /// <summary>Gets whether it has not got its first choice.</summary>
    public bool IsRenamed => Name != Choice && Choice.Length > 0;

    /// <summary>Tells the user of a claim that has not got its first choice.</summary>
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="pointer">The place that the claim is about.</param>
    /// <param name="what">What is named, such as <c>type</c>.</param>
    public void Report(Findings findings, string pointer, MessageText what)
    {
        if (IsRenamed)
        {
            findings.Renamed(
                pointer,
                IsContested
                    ? (MessageText)$"{what} is called '{Name}', because another one wants '{Choice}' too"
                    : $"{what} is called '{Name}', because '{Choice}' is taken");
        }
    }
}
