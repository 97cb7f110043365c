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
        ILookup<string, string> owned = lines
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToLookup(OwnerOf, StringComparer.Ordinal);
        NamesUsed names = client.Names;
        HashSet<string> taken = new(StringComparer.Ordinal);
        Queue<string> open = new(owned
            .Where(owner => owner.Any(line => client.Calls.Contains(NameOf(line))))
            .Select(owner => owner.Key)
            .Concat(names.Reads.Concat(names.Sets).Concat(names.Uses).Concat(names.Types).Concat(names.Whole).Select(name => name.Split('.')[0])));
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

        return owned.Where(owner => taken.Contains(owner.Key)).SelectMany(owner => owner).ToList();
    }

    private static string KeyOf(string line) => line.IndexOf("  ", StringComparison.Ordinal) is > 0 and int gap ? line.Substring(0, gap) : line;

    private static string NameOf(string line) => line.Substring(KeyOf(line).Length).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    // An operation is a method and a route, an endpoint a route, a type its name.
    private static string OwnerOf(string line)
    {
        string[] words = KeyOf(line).Split(' ');
        return words.Length > 1 && words[1].StartsWith("/", StringComparison.Ordinal) ? words[0] + " " + words[1]
            : words[0].StartsWith("/", StringComparison.Ordinal) ? words[0]
            : words[0].Split('.')[0];
    }
}
