using System;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>
/// Matches a path with a pattern of the item's metadata: <c>*</c> within a segment, <c>**</c> across segments; or a name, which
/// has no segments.
/// </summary>
internal static class PathPattern
{
    private const string AndBelow = "/**";

    /// <summary>Tells whether the pattern matches the whole path.</summary>
    /// <remarks>
    /// All ways to match are followed at once, by the places of the path at which the rest of the pattern may begin: the
    /// time is the product of both lengths, however many <c>**</c> the pattern has.
    /// </remarks>
    public static bool IsMatch(string pattern, string path) => IsMatch(pattern, path, hasSegments: true);

    /// <summary>Tells whether the pattern matches the whole name, in which <c>/</c> is a character as any (GitHub's <c>repos/list</c>).</summary>
    public static bool IsMatchOfName(string pattern, string name) => IsMatch(pattern, name, hasSegments: false);

    private static bool IsMatch(string pattern, string path, bool hasSegments)
    {
        bool[] places = new bool[path.Length + 1];
        places[0] = true;
        int p = 0;
        while (p < pattern.Length)
        {
            if (hasSegments && places[path.Length] && string.Equals(pattern.Substring(p), AndBelow, StringComparison.Ordinal))
            {
                // /api/** also means /api itself.
                return true;
            }

            if (pattern[p] != '*')
            {
                Step(places, path, pattern[p++]);
                continue;
            }

            bool isDouble = p + 1 < pattern.Length && pattern[p + 1] == '*';
            Spread(places, path, isDouble || !hasSegments);
            p += isDouble ? 2 : 1;
        }

        return places[path.Length];
    }

    private static void Step(bool[] places, string path, char expected)
    {
        for (int s = path.Length; s > 0; s--)
        {
            places[s] = places[s - 1] && path[s - 1] == expected;
        }

        places[0] = false;
    }

    private static void Spread(bool[] places, string path, bool crossesSegments)
    {
        for (int s = 0; s < path.Length; s++)
        {
            places[s + 1] |= places[s] && (crossesSegments || path[s] != '/');
        }
    }
}
