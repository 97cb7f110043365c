namespace DatabricksApps.Errors;

/// <summary>Looks for long runs of characters, which are all that a secret can be in: nearly no text has one.</summary>
internal static class TextRun
{
    /// <summary>A kind of characters.</summary>
    internal interface IKind
    {
        static abstract bool Has(char c);
    }

    /// <summary>Tells whether a text has so many characters of a kind in a row.</summary>
    /// <remarks>A run of n holds every n-th character of the text at least once: only those are looked at.</remarks>
    public static bool IsIn<TKind>(ReadOnlySpan<char> text, int length)
        where TKind : struct, IKind
    {
        for (int i = length - 1; i < text.Length; i += length)
        {
            int start = i + 1;
            while (start > 0 && i + 1 - start < length && TKind.Has(text[start - 1]))
            {
                start--;
            }

            int end = i + 1;
            while (start <= i && end < text.Length && end - start < length && TKind.Has(text[end]))
            {
                end++;
            }

            if (end - start >= length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The digits of a hexadecimal number.</summary>
    public readonly struct Hexadecimal : IKind
    {
        public static bool Has(char c) => char.IsAsciiHexDigit(c);
    }

    /// <summary>The characters of base64, also of that for addresses (RFC 4648 §4, §5).</summary>
    public readonly struct Base64 : IKind
    {
        public static bool Has(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=';
    }

    /// <summary>The characters of a bearer token (RFC 6750 §2.1).</summary>
    public readonly struct Token : IKind
    {
        public static bool Has(char c) => Base64.Has(c) || c is '.' or '~';
    }
}
