using System.Globalization;
using System.Text;

namespace DatabricksApps.Gen.Contract;

/// <summary>Escapes what stands in a lock: a blank ends a word there, and a line end a fact.</summary>
internal static class LockText
{
    private const string Empty = "\\e";

    /// <summary>Writes a word without blanks, line ends and other characters that do not show.</summary>
    public static string Escape(string word)
    {
        if (word.Length == 0)
        {
            return Empty;
        }

        StringBuilder? escaped = null;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            string? escape = c switch
            {
                ' ' => "\\s",
                '\\' => "\\\\",
                _ when IsHidden(c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => null,
            };
            if (escape is not null)
            {
                escaped ??= new StringBuilder(word, 0, i, word.Length + 8);
            }

            _ = escape is not null ? escaped!.Append(escape) : escaped?.Append(c);
        }

        return escaped?.ToString() ?? word;
    }

    /// <summary>Writes the key of a fact: its own blanks stand between words.</summary>
    public static string Escape(Fact fact)
    {
        string owner = EscapeWords(fact.Owner, 2);
        string part = fact.Kind == FactKind.Parameter ? EscapeWords(fact.Part, 2) : Escape(fact.Part);
        return FactKey.Of(fact.Kind, owner, part);
    }

    /// <summary>Reads a word; what is no escape stays as it is.</summary>
    public static string Unescape(string word)
    {
        if (word.IndexOf('\\') < 0)
        {
            return word;
        }

        StringBuilder text = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char next = i + 1 < word.Length && word[i] == '\\' ? word[i + 1] : '\0';
            if (next is 's' or 'e' or '\\')
            {
                text.Append(next switch { 's' => " ", 'e' => "", _ => "\\" });
                i++;
            }
            else if (next == 'u' && i + 5 < word.Length && ushort.TryParse(word.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                text.Append((char)code);
                i += 5;
            }
            else
            {
                text.Append(word[i]);
            }
        }

        return text.ToString();
    }

    // A method and its route, a place and a name: the last part may have blanks of its own.
    private static string EscapeWords(string text, int count)
    {
        string[] parts = text.Split(new[] { ' ' }, count);
        return parts.Length == 1 ? Escape(parts[0]) : Escape(parts[0]) + " " + Escape(parts[1]);
    }

    // What does not show, or could pass for another line of the file or another order of its text.
    private static bool IsHidden(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
