using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>The facts of a lock as they become those of the document that is served: each as it was until it is said otherwise.</summary>
internal sealed class FactSet(EquatableArray<Fact> before)
{
    private readonly Dictionary<string, Fact> _facts = before.ToDictionary(fact => fact.Key, StringComparer.Ordinal);

    /// <summary>Gets the facts as they are now.</summary>
    public EquatableArray<Fact> Now => _facts.Values.ToEquatableArray();

    public void Remove(Fact fact) => _facts.Remove(fact.Key);

    /// <summary>Takes away an operation with all that belongs to it.</summary>
    public void RemoveAll(string owner)
    {
        foreach (string key in _facts.Where(fact => fact.Value.Owner == owner).Select(fact => fact.Key).ToList())
        {
            _facts.Remove(key);
        }
    }

    public void Add(Fact fact) => _facts.TryAdd(fact.Key, fact);

    /// <summary>Says one more word of a fact.</summary>
    public void AddWord(Fact fact, string word)
    {
        if (_facts.TryGetValue(fact.Key, out Fact? known))
        {
            _facts[fact.Key] = known with { Words = known.Words.Append(word).ToEquatableArray() };
        }
    }

    /// <summary>Says a word of a fact anew.</summary>
    public void Change(Fact fact, string was, string now)
    {
        if (was != now && _facts.TryGetValue(fact.Key, out Fact? known))
        {
            List<string> words = [.. known.Words];
            int place = words.IndexOf(was);
            if (place >= 0)
            {
                words[place] = now;
                _facts[fact.Key] = known with { Words = words.ToEquatableArray() };
            }
        }
    }
}
