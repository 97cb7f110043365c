using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DatabricksApps.Gen.Tasks.Reading;

namespace DatabricksApps.Gen.Tasks;

/// <summary>
/// Takes out of a lock what is about the operations and types that are used, and about the types that these hold, so that another
/// document can be compared with it where there is no lock.
/// </summary>
internal static class UsedLines
{
    private static readonly Regex s_word = new(@"\w+");

    public static IReadOnlyList<string> Of(IEnumerable<string> lines, ClientUsage client)
    {
        ILookup<string, string> owned = Owned(lines);
        NamesUsed names = client.Names;
        HashSet<string> taken = Held(owned, owned.Where(owner => IsCalled(owner, client)).Select(owner => owner.Key)
            .Concat(names.Reads.Concat(names.Sets).Concat(names.Uses).Concat(names.Types).Concat(names.Whole).Select(name => name.Split('.')[0])));
        return owned.Where(owner => taken.Contains(owner.Key)).SelectMany(owner => owner).ToList();
    }

    /// <summary>Gets the operations that are called, by whichever of their methods.</summary>
    public static IEnumerable<LockLine> CalledBy(IEnumerable<string> lines, ClientUsage client) => Owned(lines)
        .Where(owner => IsCalled(owner, client))
        .SelectMany(owner => owner)
        .Select(line => new LockLine(line))
        .Where(line => line.IsOperation);

    private static bool IsCalled(IEnumerable<string> lines, ClientUsage client) => lines.Any(line => client.Calls.Contains(new LockLine(line).Name));

    /// <summary>Gets types with all that they hold, and what that holds.</summary>
    public static HashSet<string> Held(IEnumerable<string> lines, IEnumerable<string> types) => Held(Owned(lines), types);

    private static ILookup<string, string> Owned(IEnumerable<string> lines) => lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .ToLookup(line => new LockLine(line).Owner, StringComparer.Ordinal);

    private static HashSet<string> Held(ILookup<string, string> owned, IEnumerable<string> roots)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        Queue<string> open = new(roots);
        while (open.Count > 0)
        {
            string owner = open.Dequeue();
            if (!taken.Add(owner))
            {
                continue;
            }

            foreach (Match word in owned[owner].SelectMany(line => s_word.Matches(line).Cast<Match>()).Where(word => owned.Contains(word.Value)))
            {
                open.Enqueue(word.Value);
            }
        }

        return taken;
    }
}
