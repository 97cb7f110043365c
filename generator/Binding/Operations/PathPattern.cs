using System;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Matches a path with a pattern of the item's metadata: <c>*</c> within a segment, <c>**</c> across segments.</summary>
internal static class PathPattern
{
    public static bool IsMatch(string pattern, string path) => IsMatch(pattern, 0, path, 0);

    private static bool IsMatch(string pattern, int p, string path, int s)
    {
        while (p < pattern.Length)
        {
            if (pattern[p] != '*')
            {
                if (s >= path.Length || pattern[p] != path[s])
                {
                    // /api/** also means /api itself.
                    return s == path.Length && string.Equals(pattern.Substring(p), "/**", StringComparison.Ordinal);
                }

                p++;
                s++;
                continue;
            }

            bool crossesSegments = p + 1 < pattern.Length && pattern[p + 1] == '*';
            int next = p + (crossesSegments ? 2 : 1);
            for (int end = s; end <= path.Length; end++)
            {
                if (IsMatch(pattern, next, path, end))
                {
                    return true;
                }

                if (end < path.Length && path[end] == '/' && !crossesSegments)
                {
                    break;
                }
            }

            return false;
        }

        return s == path.Length;
    }
}
