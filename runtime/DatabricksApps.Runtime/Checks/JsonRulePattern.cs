using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Generated;

/// <summary>A pattern of a document, compiled when a value is first checked against it.</summary>
/// <remarks>
/// Python, Rust, JavaScript and .NET agree of what is ASCII. Beyond it they do not of what a letter, a digit, a blank and the end
/// of a word are, and .NET counts UTF-16 units: <c>^.{1,3}$</c> would refuse three smileys.
/// </remarks>
internal sealed class JsonRulePattern(string pattern)
{
    /// <summary>How long a value is tried.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private readonly bool _hasClasses = HasClasses(pattern);
    private Regex? _regex;

    /// <summary>Tells whether a text breaks the pattern for certain.</summary>
    /// <exception cref="RegexMatchTimeoutException">It is not decided in time.</exception>
    public bool Refuses(string text)
    {
        // ASP.NET Core asks no pattern of an empty text.
        if (text.Length == 0 || text.Any(char.IsSurrogate) || (_hasClasses && !text.All(IsPlain)))
        {
            return false;
        }

        _regex ??= new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        return !_regex.IsMatch(text);
    }

    /// <summary>Returns the pattern.</summary>
    public override string ToString() => pattern;

    /// <summary>Counts the characters of a text as JSON Schema does (2020-12, 6.3.1): code points.</summary>
    public static int Length(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static bool IsPlain(char c) => char.IsAscii(c) && (!char.IsControl(c) || c is '\t' or '\n' or '\r');

    // \w, \d, \s, \b, what they exclude, \p{…}; and letters of either case, (?i).
    private static bool HasClasses(string pattern)
    {
        for (int i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && pattern[++i] is 'w' or 'W' or 'd' or 'D' or 's' or 'S' or 'b' or 'B' or 'p' or 'P')
            {
                return true;
            }
        }

        return pattern.Contains("(?i", StringComparison.Ordinal);
    }
}
