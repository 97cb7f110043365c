using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DatabricksApps.Generated;

/// <summary>
/// A map as it was read: an array for the few properties that most have, a fraction of a dictionary's size, in the
/// order of the JSON.
/// </summary>
internal sealed class JsonMap<T> : IReadOnlyDictionary<string, T>
{
    private const int MaxCount = 8;

    private JsonMap(KeyValuePair<string, T>[] entries) => Entries = entries;

    public KeyValuePair<string, T>[] Entries { get; }

    public int Count => Entries.Length;

    public IEnumerable<string> Keys
    {
        get
        {
            foreach (KeyValuePair<string, T> entry in Entries)
            {
                yield return entry.Key;
            }
        }
    }

    public IEnumerable<T> Values
    {
        get
        {
            foreach (KeyValuePair<string, T> entry in Entries)
            {
                yield return entry.Value;
            }
        }
    }

    public T this[string key] => TryGetValue(key, out T? value)
        ? value
        : throw new KeyNotFoundException($"There is no '{key}'.");

    /// <summary>Makes a map; of properties of one name, the last counts.</summary>
    public static IReadOnlyDictionary<string, T> Create(KeyValuePair<string, T>[] entries)
    {
        if (entries.Length <= MaxCount && AreKeysUnique(entries))
        {
            return new JsonMap<T>(entries);
        }

        Dictionary<string, T> result = new(entries.Length, StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> entry in entries)
        {
            result[entry.Key] = entry.Value;
        }

        return result;
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (KeyValuePair<string, T> entry in Entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool AreKeysUnique(KeyValuePair<string, T>[] entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (entries[i].Key == entries[j].Key)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
