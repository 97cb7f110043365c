using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Generated;

/// <summary>A pattern of a document, compiled when a value is first checked against it.</summary>
/// <remarks>
/// A pattern may take time that grows beyond all bounds with the value (a document is not the user's own code), so it has a
/// limit. What is not decided within it is left to the app.
/// </remarks>
internal sealed class JsonRulePattern(string pattern)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(250);

    private Regex? _regex;

    /// <summary>Tells whether a text breaks the pattern for certain.</summary>
    public bool Refuses(string text)
    {
        // .NET counts UTF-16 units where others count characters: `^.{1,3}$` would refuse three smileys.
        if (text.Any(char.IsSurrogate))
        {
            return false;
        }

        _regex ??= new Regex(pattern, RegexOptions.CultureInvariant, s_limit);
        try
        {
            return !_regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
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
}
