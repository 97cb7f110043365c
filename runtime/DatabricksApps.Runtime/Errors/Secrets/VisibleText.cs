using System.Globalization;
using System.Text;

namespace DatabricksApps.Errors;

/// <summary>Makes visible what a text hides: a stranger's text must not begin a line of a log, move a cursor or turn what is read around.</summary>
internal static class VisibleText
{
    /// <summary>Writes each hidden character as its escape, such as <c>\u000a</c>.</summary>
    public static string Of(string text)
    {
        int position = 0;
        while (position < text.Length && !IsHidden(text[position]))
        {
            position++;
        }

        if (position == text.Length)
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
