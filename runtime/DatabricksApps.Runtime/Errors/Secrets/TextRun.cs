namespace DatabricksApps.Errors;

/// <summary>Looks for long runs of characters, which are all that a token can be in: nearly no text has one.</summary>
internal static class TextRun
{
    /// <summary>Tells whether a text has so many characters of a kind in a row.</summary>
    /// <remarks>A run of n holds every n-th character of the text at least once: only those are looked at.</remarks>
    public static bool IsIn(ReadOnlySpan<char> text, int length, Func<char, bool> isOfRun)
    {
        for (int i = length - 1; i < text.Length; i += length)
        {
            int start = i + 1;
            while (start > 0 && isOfRun(text[start - 1]) && i + 1 - start < length)
            {
                start--;
            }

            int end = i + 1;
            while (start <= i && end < text.Length && end - start < length && isOfRun(text[end]))
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
}
