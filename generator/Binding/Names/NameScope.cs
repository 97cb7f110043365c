using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The names of one C# scope.</summary>
/// <remarks>
/// The one rule: where two want one name, neither gets it, and each goes on to its next candidate. So no name hangs on the
/// order in which a document says things, and what a newcomer wants too has another name from then on: code that used
/// it no longer compiles, where it would have meant something else.
/// </remarks>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(params IEnumerable<string>[] reserved)
    {
        foreach (IEnumerable<string> names in reserved)
        {
            _taken.UnionWith(names);
        }
    }

    /// <summary>Gives each claim a name that no other has, and none of an earlier call.</summary>
    public void Assign(IReadOnlyList<NameClaim> claims)
    {
        List<(NameClaim Claim, IEnumerator<string> Candidates)> open = claims.Select(claim => (claim, claim.Candidates.GetEnumerator())).ToList();
        List<NameClaim> without = new();
        while (open.Count > 0)
        {
            // Who has no further candidate is named last.
            without.AddRange(open.Where(o => !o.Candidates.MoveNext()).Select(o => o.Claim).ToList());
            if (without.Count > 0)
            {
                HashSet<NameClaim> ended = new(without);
                open.RemoveAll(o => ended.Contains(o.Claim));
            }

            open = AssignUncontested(open);
        }

        foreach (NameClaim claim in without.OrderBy(claim => claim.Place, StringComparer.Ordinal))
        {
            claim.Name = Unique(claim);
        }
    }

    private List<(NameClaim Claim, IEnumerator<string> Candidates)> AssignUncontested(List<(NameClaim Claim, IEnumerator<string> Candidates)> open)
    {
        Dictionary<string, int> wanted = new(StringComparer.Ordinal);
        foreach ((NameClaim claim, IEnumerator<string> candidates) in open)
        {
            string name = candidates.Current;
            claim.Choice = claim.Choice.Length == 0 ? name : claim.Choice;
            wanted.TryGetValue(name, out int count);
            wanted[name] = count + 1;
        }

        List<(NameClaim, IEnumerator<string>)> left = new();
        foreach ((NameClaim Claim, IEnumerator<string> Candidates) claim in open)
        {
            string name = claim.Candidates.Current;
            claim.Claim.IsContested |= name == claim.Claim.Choice && wanted[name] > 1;
            if (name.Length > 0 && wanted[name] == 1 && !_taken.Contains(name))
            {
                claim.Claim.Name = name;
            }
            else
            {
                left.Add(claim);
            }
        }

        // What several wanted is nobody's, also later.
        _taken.UnionWith(wanted.Keys);
        return left;
    }

    // A hash of the place: a number would be another one when a neighbour comes.
    private string Unique(NameClaim claim)
    {
        string name = Words.Fit((claim.Choice.Length == 0 ? "Value" : claim.Choice) + Words.Hash(claim.Place));
        while (!_taken.Add(name))
        {
            name = Words.Fit(name + Words.Hash(name));
        }

        return name;
    }
}
