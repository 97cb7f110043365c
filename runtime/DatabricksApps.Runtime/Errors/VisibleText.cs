using System.Buffers;
using System.Globalization;
using System.Text;

namespace DatabricksApps.Errors;

/// <summary>Makes visible what a text hides: a stranger's text must not begin a line of a log, move a cursor or turn what is read around.</summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> s_hidden =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsHidden)]);

    /// <summary>Writes each hidden character as its escape, such as <c>\u000a</c>.</summary>
    public static string Of(string text)
    {
        int position = text.AsSpan().IndexOfAny(s_hidden);
        if (position < 0)
        {
            return text;
        }

        StringBuilder visible = new(text.Length + 16);
        visible.Append(text, 0, position);
        foreach (char c in text.AsSpan(position))
        {
            if (IsHidden(c))
            {
                visible.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }

    /// <summary>Tells whether a character is hidden.</summary>
    public static bool IsHidden(Rune rune) => rune.IsBmp && IsHidden((char)rune.Value);

    // Control characters, the separators of lines and paragraphs, and what changes the direction of the text
    // (Unicode's Bidi_Control): joiners of emoji and scripts stay.
    private static bool IsHidden(char c) => c < ' '
        || (c >= '\u007F' && (c <= '\u009F'
            || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
}
