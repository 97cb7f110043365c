using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>What wants a name in C#.</summary>
internal sealed class NameClaim
{
    /// <param name="place">What tells it from all others of its scope, whatever the order: a JSON pointer, a name on the wire.</param>
    /// <param name="candidates">The names that it could have, best first; an empty one leaves the first choice to others.</param>
    public NameClaim(string place, IEnumerable<string> candidates)
    {
        Place = place;
        Candidates = candidates;
    }

    public string Place { get; }

    public IEnumerable<string> Candidates { get; }

    /// <summary>Gets the first name that it wanted.</summary>
    public string Choice { get; internal set; } = "";

    /// <summary>Gets the name that it has got.</summary>
    public string Name { get; internal set; } = "";
}
