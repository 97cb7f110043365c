using System.Globalization;
using System.Text;

namespace DatabricksApps.Generated;

/// <summary>Spells a <see cref="Uri"/> as RFC 3986 has it: what was given, but for the characters that no URI reference holds.</summary>
/// <remarks>
/// Not <see cref="Uri.AbsoluteUri"/>: it changes what is right already (case, dots, a slash behind the host), and of a
/// relative reference there is none; one that begins with a slash is a file on Unix.
/// </remarks>
internal static class UriText
{
    public static string Of(Uri value)
    {
        string text = value.OriginalString.Trim();
        if (value.IsAbsoluteUri && text.Contains('\\'))
        {
            text = value.AbsoluteUri;
        }

        int position = FindInvalid(text, 0, EndOfAuthority(text));
        return position < 0 ? text : Escape(WithAsciiHost(text, value));
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        int endOfAuthority = EndOfAuthority(text);
        int done = 0;
        for (int i = FindInvalid(text, 0, endOfAuthority); i >= 0; i = FindInvalid(text, done, endOfAuthority))
        {
            escaped.Append(text, done, i - done);
            int length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            foreach (byte b in Encoding.UTF8.GetBytes(text.Substring(i, length)))
            {
                escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }

            done = i + length;
        }

        return escaped.Append(text, done, text.Length - done).ToString();
    }

    // From a position on; -1: nothing is left to escape.
    private static int FindInvalid(string text, int start, int endOfAuthority)
    {
        for (int i = start; i < text.Length; i++)
        {
            bool isValid = text[i] switch
            {
                '%' => i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]),
                '[' or ']' => i < endOfAuthority,
                '#' => text.IndexOf('#') == i,
                char c => char.IsAsciiLetterOrDigit(c) || "-._~:/?@!$&'()*+,;=".Contains(c),
            };
            if (!isValid)
            {
                return i;
            }
        }

        return -1;
    }

    // Brackets are those of an IPv6 address; anywhere else they are to be escaped.
    private static int EndOfAuthority(string text)
    {
        int start = StartOfAuthority(text);
        int end = start < 0 ? -1 : text.AsSpan(start).IndexOfAny('/', '?', '#');
        return start < 0 ? 0 : end < 0 ? text.Length : start + end;
    }

    private static int StartOfAuthority(string text)
    {
        int slashes = text.IndexOf("//", StringComparison.Ordinal);
        return slashes == 0 || (slashes > 0 && text.IndexOfAny([':', '/', '?', '#']) == slashes - 1 && text[slashes - 1] == ':')
            ? slashes + 2
            : -1;
    }

    private static string WithAsciiHost(string text, Uri value)
    {
        int start = StartOfAuthority(text);
        int end = EndOfAuthority(text);
        if (start < 0 || !value.IsAbsoluteUri || Ascii.IsValid(text.AsSpan(start, end - start)))
        {
            return text;
        }

        int host = text.LastIndexOf('@', end - 1, end - start) is int at and >= 0 ? at + 1 : start;
        int port = text.IndexOf(':', host, end - host);
        return text[..host] + value.IdnHost + text[(port < 0 ? end : port)..];
    }
}
