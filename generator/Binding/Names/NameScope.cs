using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The names of one C# scope.</summary>
/// <remarks>
/// The one rule: where two want one name, neither gets it, and each goes on to its next candidate. So no name hangs on the
/// order in which a document says things, and what a newcomer wants too has another name from then on: code that used
/// it no longer compiles, where it would have meant something else. What a lock names keeps its name before all others.
/// </remarks>
internal sealed class NameScope
{
    private readonly IEnumerable<string>[] _reserved;
    private readonly List<Dictionary<string, int>> _rounds = new();
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public NameScope(params IEnumerable<string>[] reserved) => _reserved = reserved;

    /// <summary>Keeps names for claims of later calls, which have had them.</summary>
    public void Keep(IEnumerable<string> names) => _kept.UnionWith(names.Where(name => name.Length > 0));

    /// <summary>Gives each claim a name that no other has, and none of an earlier call.</summary>
    public void Assign(IReadOnlyList<NameClaim> claims)
    {
        IReadOnlyList<NameClaim> left = AssignKept(claims);
        List<NameClaim> without = new();
        while (left.Count > 0)
        {
            // Who has no further candidate is named last.
            List<NameClaim> open = new(left.Count);
            foreach (NameClaim claim in left)
            {
                (claim.MoveNext() ? open : without).Add(claim);
            }

            left = AssignUncontested(open);
        }

        if (without.Count > 0)
        {
            AssignHashes(without);
        }
    }

    // A lock is a file: two lines of it may say one name, and a name may have become the runtime's.
    private IReadOnlyList<NameClaim> AssignKept(IReadOnlyList<NameClaim> claims)
    {
        List<NameClaim> keeping = claims.Where(claim => claim.Kept.Length > 0).ToList();
        if (keeping.Count == 0)
        {
            return claims;
        }

        Keep(keeping.Select(claim => claim.Kept));
        foreach (IGrouping<string, NameClaim> same in keeping.GroupBy(claim => claim.Kept, StringComparer.Ordinal))
        {
            if (same.Count() == 1 && Words.IsIdentifier(same.Key) && !IsReserved(same.Key) && _given.Add(same.Key))
            {
                NameClaim claim = same.Single();
                claim.Choice = claim.Name = same.Key;
            }
        }

        return claims.Where(claim => claim.Name.Length == 0).ToList();
    }

    private List<NameClaim> AssignUncontested(List<NameClaim> open)
    {
        Dictionary<string, int> wanted = new(open.Count, StringComparer.Ordinal);
        foreach (NameClaim claim in open)
        {
            string name = claim.Current;
            claim.Choice = claim.Choice.Length == 0 ? name : claim.Choice;
            wanted.TryGetValue(name, out int count);
            wanted[name] = count + 1;
        }

        List<NameClaim> left = new();
        foreach (NameClaim claim in open)
        {
            string name = claim.Current;
            claim.IsContested |= name == claim.Choice && wanted[name] > 1;
            if (name.Length > 0 && wanted[name] == 1 && !IsTaken(name))
            {
                claim.Name = name;
            }
            else
            {
                left.Add(claim);
            }
        }

        // What several wanted is nobody's, also later.
        _rounds.Add(wanted);
        return left;
    }

    // A hash of the place: a number would be another one when a neighbour comes.
    private void AssignHashes(List<NameClaim> claims)
    {
        Dictionary<string, int> wanted = new(claims.Count, StringComparer.Ordinal);
        _rounds.Add(wanted);
        foreach (NameClaim claim in claims.OrderBy(claim => claim.Place, StringComparer.Ordinal))
        {
            string name = Words.Fit((claim.Choice.Length == 0 ? "Value" : claim.Choice) + Words.Hash(claim.Place));
            while (IsTaken(name))
            {
                name = Words.Fit(name + Words.Hash(name));
            }

            claim.Name = name;
            wanted.Add(name, 1);
        }
    }

    private bool IsTaken(string name)
    {
        foreach (Dictionary<string, int> round in _rounds)
        {
            if (round.ContainsKey(name))
            {
                return true;
            }
        }

        return _kept.Contains(name) || IsReserved(name);
    }

    private bool IsReserved(string name)
    {
        foreach (IEnumerable<string> names in _reserved)
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
