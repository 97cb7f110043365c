using System;
using System.Text;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Takes the marks of a merge out of a text: what stands at the first side stays.</summary>
internal static class ConflictMarkers
{
    private const int Length = 7;

    public static string Resolve(string text)
    {
        if (text.IndexOf(new string('<', Length), StringComparison.Ordinal) < 0)
        {
            return text;
        }

        StringBuilder kept = new(text.Length);
        bool isOther = false;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            if (IsMark(text, start, '<'))
            {
                isOther = false;
            }
            else if (IsMark(text, start, '|') || IsMark(text, start, '='))
            {
                isOther = true;
            }
            else if (IsMark(text, start, '>'))
            {
                isOther = false;
            }
            else if (!isOther)
            {
                kept.Append(text, start, end - start);
            }

            start = end;
        }

        return kept.ToString();
    }

    private static bool IsMark(string text, int start, char mark)
    {
        for (int i = 0; i < Length; i++)
        {
            if (start + i >= text.Length || text[start + i] != mark)
            {
                return false;
            }
        }

        // A longer run underlines a heading.
        return start + Length >= text.Length || char.IsWhiteSpace(text[start + Length]);
    }
}
