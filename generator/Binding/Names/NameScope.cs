using System;
using System.Collections.Generic;
using System.Globalization;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The names of one C# scope: hands out each name once.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // The number from which a free one is looked for: all below are taken, so that a thousand names that are one in C#
    // are not tried again for each of them.
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public NameScope(params IEnumerable<string>[] reserved)
    {
        foreach (IEnumerable<string> names in reserved)
        {
            _taken.UnionWith(names);
        }
    }

    /// <summary>Takes a name if nobody has it.</summary>
    public bool TryTake(string name) => name.Length > 0 && _taken.Add(name);

    /// <summary>Gives a name back.</summary>
    public void Release(string name)
    {
        _taken.Remove(name);
        _next.Clear();
    }

    /// <summary>Takes a name with the lowest number that is free, from 2.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ending">What stands behind the number.</param>
    public string TakeNumbered(string name, string ending = "")
    {
        string key = name + " " + ending;
        int number = _next.TryGetValue(key, out int next) ? next : 2;
        string numbered = Numbered(name, number, ending);
        while (!TryTake(numbered))
        {
            number++;
            numbered = Numbered(name, number, ending);
        }

        _next[key] = number + 1;
        return numbered;
    }

    /// <summary>Takes the first candidate that is free, else the first one with the lowest number that is.</summary>
    public string Take(params string[] candidates)
    {
        string? first = null;
        foreach (string candidate in candidates)
        {
            if (TryTake(candidate))
            {
                return candidate;
            }

            first ??= candidate.Length > 0 ? candidate : null;
        }

        first ??= "Value";
        return TryTake(first) ? first : TakeNumbered(first);
    }

    private static string Numbered(string name, int number, string ending) =>
        name + number.ToString(CultureInfo.InvariantCulture) + ending;
}
