using System.Net.Http.Headers;

namespace DatabricksApps.Http;

/// <summary>Reads the header <c>Link</c> (RFC 8288, 3): <c>&lt;/items?page=2&gt;; rel="next"; title="a, b", &lt;…&gt;; rel=last</c>.</summary>
internal static class LinkHeader
{
    /// <summary>Gets the target of the first link whose relation is <c>next</c>; null: there is none.</summary>
    public static string? Next(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Link", out HeaderStringValues values))
        {
            return null;
        }

        foreach (string value in values)
        {
            if (Next(value) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    /// <inheritdoc cref="Next(HttpResponseMessage)"/>
    public static string? Next(string value)
    {
        ReadOnlySpan<char> rest = value;
        while (true)
        {
            // What is no link is none; the next one may be.
            int start = rest.IndexOf('<');
            int end = start < 0 ? -1 : rest[start..].IndexOf('>') + start;
            if (start < 0 || end < start)
            {
                return null;
            }

            string target = rest[(start + 1)..end].ToString();
            rest = rest[(end + 1)..];
            if (ReadParameters(ref rest))
            {
                return target;
            }
        }
    }

    // To the comma before the next link. Of several relations of one link the first counts, and links that are about
    // something else than the page (anchor) are none of it (RFC 8288, 3.2, 3.3).
    private static bool ReadParameters(ref ReadOnlySpan<char> rest)
    {
        string? relation = null;
        bool isOfPage = true;
        while (true)
        {
            rest = rest.TrimStart(" \t");
            if (rest.IsEmpty || rest[0] != ';')
            {
                return isOfPage && IsNext(relation);
            }

            rest = rest[1..].TrimStart(" \t");
            int end = rest.IndexOfAny(" \t=;,");
            string name = (end < 0 ? rest : rest[..end]).ToString();
            rest = (end < 0 ? default : rest[end..]).TrimStart(" \t");
            string text = "";
            if (!rest.IsEmpty && rest[0] == '=')
            {
                rest = rest[1..].TrimStart(" \t");
                text = ReadValue(ref rest);
            }

            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                relation ??= text;
            }

            isOfPage &= !name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
        }
    }

    // A token, or a quoted string, in which a backslash takes what follows as it is.
    private static string ReadValue(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            int end = rest.IndexOfAny(" \t;,");
            // Some quote in single ones, which are letters of a token by the letter.
            string token = (end < 0 ? rest : rest[..end]).Trim('\'').ToString();
            rest = end < 0 ? default : rest[end..];
            return token;
        }

        System.Text.StringBuilder text = new();
        int i = 1;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            i += rest[i] == '\\' && i + 1 < rest.Length ? 1 : 0;
            text.Append(rest[i]);
        }

        rest = i < rest.Length ? rest[(i + 1)..] : default;
        return text.ToString();
    }

    private static bool IsNext(string? relation) =>
        relation is not null && relation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase);
}
