using System;
using System.Text.RegularExpressions;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Tells which patterns mean the same to .NET as to whoever wrote the document.</summary>
/// <remarks>
/// JSON Schema's patterns are ECMA-262's; FastAPI writes those of Python, and checks them with Rust's. Where .NET is more
/// lenient (a line break before <c>$</c>), nothing right is refused. What it reads in another way is not checked.
/// </remarks>
internal static class PatternDialect
{
    private const int Longest = 1000;
    private const int Deepest = 50;

    /// <summary>Says why a pattern is not checked; null: it is.</summary>
    public static string? Explain(string pattern) =>
        IsBetweenSlashes(pattern) ? "it stands between slashes, as a program writes it and no schema does"
        : pattern.Length > Longest ? "the pattern is longer than 1,000 characters"
        : Foreign(pattern) ?? (IsRegex(pattern) ? null : "it is no regular expression of .NET");

    // By the letter the slashes are part of it, and nothing that begins behind one could match.
    private static bool IsBetweenSlashes(string pattern) =>
        pattern.StartsWith("/^", StringComparison.Ordinal) || (pattern.StartsWith("/", StringComparison.Ordinal) && pattern.EndsWith("$/", StringComparison.Ordinal));

    private static string? Foreign(string pattern)
    {
        bool isInSet = false;
        int setStart = 0;
        int depth = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (char.IsSurrogate(c))
            {
                return "it has characters that .NET counts as two";
            }

            if (c == '\\')
            {
                i++;
                if (i < pattern.Length && (pattern[i] is 'G' or '<' or '>' or (>= '1' and <= '9') || (pattern[i] == 'Z' && i < pattern.Length - 1)))
                {
                    return $"\\{pattern[i]} means something else in .NET";
                }
            }
            else if (isInSet)
            {
                // Sets in sets, of Rust and of ECMA-262's v flag; .NET has its own.
                if (c == '[' || (i + 1 < pattern.Length && pattern[i + 1] == c && c is '&' or '~' || (c == '-' && i + 1 < pattern.Length && pattern[i + 1] == '-')))
                {
                    return "it has a set within a set";
                }

                // The first bracket of a set is a letter of it.
                isInSet = c != ']' || i == setStart + 1 || (i == setStart + 2 && pattern[setStart + 1] == '^');
            }
            else if (c == '[')
            {
                isInSet = true;
                setStart = i;
            }
            else if (c == '{' && i + 1 < pattern.Length && pattern[i + 1] == ',')
            {
                return "{, is a count to Python, and text to .NET";
            }
            else if (c == '(')
            {
                if (++depth > Deepest)
                {
                    return "its groups lie too deep in each other";
                }

                if (i + 1 < pattern.Length && pattern[i + 1] == '?' && !IsKnownGroup(pattern, i + 2))
                {
                    return "it has a group that .NET does not have, or has in another way";
                }
            }
            else if (c == ')')
            {
                depth--;
            }
        }

        return null;
    }

    // (?:…) (?=…) (?!…) (?<=…) (?<!…) (?<name>…) (?i)
    private static bool IsKnownGroup(string pattern, int start) =>
        start < pattern.Length && pattern[start] is ':' or '=' or '!' or '<' or 'i';

    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
