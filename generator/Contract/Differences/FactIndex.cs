using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Finds facts by what they are about.</summary>
internal sealed class FactIndex
{
    private readonly Dictionary<string, Fact> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Fact>> _byOwner = new(StringComparer.Ordinal);

    public FactIndex(EquatableArray<Fact> facts)
    {
        foreach (Fact fact in facts)
        {
            _byKey[fact.Key] = fact;
            if (!_byOwner.TryGetValue(fact.Owner, out List<Fact>? own))
            {
                _byOwner.Add(fact.Owner, own = new List<Fact>());
            }

            own.Add(fact);
        }
    }

    /// <summary>Gets the facts of a kind.</summary>
    public IEnumerable<Fact> Of(FactKind kind) => _byKey.Values.Where(fact => fact.Kind == kind);

    /// <summary>Gets the facts of a kind that an operation or type has.</summary>
    public IReadOnlyList<Fact> Of(FactKind kind, string owner) =>
        _byOwner.TryGetValue(owner, out List<Fact>? own) ? own.Where(fact => fact.Kind == kind).ToList() : [];

    /// <summary>Gets the fact of the same thing; null: there is none.</summary>
    public Fact? Same(Fact fact) => _byKey.TryGetValue(fact.Key, out Fact? same) ? same : null;

    /// <summary>Gets the operation or type that a fact belongs to; null: it is gone.</summary>
    public Fact? Owner(Fact fact) => Of(fact.Kind < FactKind.Type ? FactKind.Operation : FactKind.Type, fact.Owner) is [var owner, ..] ? owner : null;
}
