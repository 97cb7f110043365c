using System;
using System.Collections.Generic;
using System.Globalization;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The names of one C# scope: hands out each name once.</summary>
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

    /// <summary>Takes a name if nobody has it.</summary>
    public bool TryTake(string name) => name.Length > 0 && _taken.Add(name);

    /// <summary>Gives a name back.</summary>
    public void Release(string name) => _taken.Remove(name);

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
        if (TryTake(first))
        {
            return first;
        }

        for (int number = 2; ; number++)
        {
            string name = first + number.ToString(CultureInfo.InvariantCulture);
            if (TryTake(name))
            {
                return name;
            }
        }
    }
}
