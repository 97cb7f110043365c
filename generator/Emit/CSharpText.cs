using System;
using System.Globalization;
using System.Text;

namespace DatabricksApps.Gen.Emit;

/// <summary>
/// The one gate through which a document's text reaches C#: whatever comes out is one token (or the inside of one
/// comment line) and can end neither a literal nor a comment nor a line.
/// </summary>
internal static class CSharpText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Returns a name as an identifier, with <c>@</c> if it is a keyword.</summary>
    /// <exception cref="ArgumentException">The name is not a C# identifier: a mistake of Binding.</exception>
    public static string Identifier(string name)
    {
        if (!IsIdentifier(name))
        {
            throw new ArgumentException($"'{name}' is not a C# identifier.", nameof(name));
        }

        return CSharpKeywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Returns a dotted namespace as C#.</summary>
    /// <exception cref="ArgumentException">A part is not a C# identifier.</exception>
    public static string Namespace(string name) =>
        string.Join(".", Array.ConvertAll(name.Split('.'), Identifier));

    /// <summary>Returns a string literal in quotes.</summary>
    public static string Literal(string text)
    {
        StringBuilder result = new(text.Length + 2);
        result.Append('"');
        foreach (char c in text)
        {
            AppendEscaped(result, c);
        }

        return result.Append('"').ToString();
    }

    /// <summary>Returns a UTF-8 literal, such as <c>"id"u8</c>; half surrogate pairs become U+FFFD.</summary>
    public static string Utf8Literal(string text) => Literal(WithoutHalfPairs(text)) + "u8";

    /// <summary>
    /// Returns text for the inside of an XML documentation comment, on one line: runs of white space become a blank,
    /// characters that XML does not know become U+FFFD.
    /// </summary>
    public static string Xml(string text)
    {
        if (IsXml(text))
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        bool blank = false;
        foreach (char c in WithoutHalfPairs(text))
        {
            if (char.IsWhiteSpace(c))
            {
                blank = result.Length > 0;
                continue;
            }

            if (blank)
            {
                result.Append(' ');
                blank = false;
            }

            AppendXml(result, c);
        }

        return result.ToString();
    }

    /// <summary>Returns a number of JSON as a C# literal, such as <c>-1.5e3</c> as <c>-1.5e3D</c>.</summary>
    /// <param name="json">The number in JSON's spelling.</param>
    /// <param name="suffix">The suffix of the C# type: <c>""</c>, <c>L</c>, <c>F</c>, <c>D</c> or <c>M</c>.</param>
    /// <exception cref="ArgumentException">The text is not a number: a mistake of Binding.</exception>
    public static string Number(string json, string suffix)
    {
        bool isInteger = suffix is "" or "L";
        bool isNumber = json.Length > 0 && IsNumber(json, isInteger);
        return isNumber
            ? json + suffix
            : throw new ArgumentException($"'{json}' is not a number.", nameof(json));
    }

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !IsIdentifierStart(name[0]))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!IsIdentifierPart(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIdentifierStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsIdentifierPart(char c) => IsIdentifierStart(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private static bool IsNumber(string json, bool isInteger)
    {
        NumberStyles styles = isInteger
            ? NumberStyles.AllowLeadingSign
            : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        char last = json[json.Length - 1];
        return json[0] != '+' && last is >= '0' and <= '9' && !json.StartsWith(".", StringComparison.Ordinal)
            && IsAscii(json)
            && double.TryParse(json, styles, CultureInfo.InvariantCulture, out _);
    }

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '\x7F')
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendEscaped(StringBuilder result, char c)
    {
        switch (c)
        {
            case '"':
                result.Append("\\\"");
                break;
            case '\\':
                result.Append("\\\\");
                break;
            case '\n':
                result.Append("\\n");
                break;
            case ' ':
                result.Append(' ');
                break;
            default:
                if (IsVisible(c))
                {
                    result.Append(c);
                }
                else
                {
                    result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                }

                break;
        }
    }

    private static void AppendXml(StringBuilder result, char c)
    {
        switch (c)
        {
            case '<':
                result.Append("&lt;");
                break;
            case '>':
                result.Append("&gt;");
                break;
            case '&':
                result.Append("&amp;");
                break;
            default:
                result.Append(char.IsSurrogate(c) || IsVisible(c) ? c : Replacement);
                break;
        }
    }

    /// <summary>Whether a character shows as itself: no controls, separators, formats (such as bidi overrides) or surrogates.</summary>
    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Whether a text is as it has to be: most are.</summary>
    private static bool IsXml(string text)
    {
        bool blank = true;
        foreach (char c in text)
        {
            if (c is <= ' ' or >= '\x7F' or '<' or '>' or '&' && (blank || c != ' '))
            {
                return false;
            }

            blank = c == ' ';
        }

        return !blank || text.Length == 0;
    }

    private static string WithoutHalfPairs(string text)
    {
        StringBuilder? result = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                result ??= new StringBuilder(text);
                result[i] = Replacement;
            }
        }

        return result?.ToString() ?? text;
    }
}
