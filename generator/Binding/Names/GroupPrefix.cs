using System;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds the words of its group before the name of an operation.</summary>
/// <remarks>
/// Many frameworks put the class or router before the function, with a sign between: NestJS <c>UsersController_findAll</c>,
/// Fern <c>trace_list</c>, ts-rest <c>items.list</c>, drf-spectacular <c>api_books_list</c>. In the group
/// (<c>client.Users</c>) that says the same twice. Without a sign between there is no telling a class from a word of the
/// function: <c>UserstoryList</c>.
/// </remarks>
internal static class GroupPrefix
{
    private static readonly string[] s_kinds = { "controller", "service", "resource", "router", "handler", "viewset", "api" };

    /// <summary>Gets an operationId without its group's words; null if it does not begin with them.</summary>
    public static string? Remove(string operationId, string tag)
    {
        // A class may be of one thing and its group of several, or the other way round.
        string one = tag.Length > 2 && tag[tag.Length - 1] is 's' or 'S' ? tag.Substring(0, tag.Length - 1) : tag;
        foreach (string words in new[] { tag, one, tag + "s" })
        {
            int end = Match(operationId, words) is var match and > 0 ? EndOf(operationId, match) ?? -1 : -1;
            if (end > 0 && end < operationId.Length && char.IsLetter(operationId[end]))
            {
                return operationId.Substring(end);
            }
        }

        return null;
    }

    // How far the letters and digits of the tag go in the text, whatever stands between and however they are cased.
    private static int Match(string text, string tag)
    {
        int at = 0;
        int letters = 0;
        for (int i = 0; i < tag.Length; i++)
        {
            if (!char.IsLetterOrDigit(tag[i]))
            {
                continue;
            }

            int next = at;
            while (letters > 0 && next < text.Length && IsSeparator(text[next]))
            {
                next++;
            }

            if (next >= text.Length || char.ToUpperInvariant(text[next]) != char.ToUpperInvariant(tag[i]))
            {
                return -1;
            }

            at = next + 1;
            letters++;
        }

        return letters > 0 ? at : -1;
    }

    // The position behind what the class is and the sign; null if there is no sign.
    private static int? EndOf(string text, int at)
    {
        foreach (string kind in s_kinds)
        {
            if (Is(text, at, kind) && at + kind.Length < text.Length && IsSeparator(text[at + kind.Length]))
            {
                return at + kind.Length + 1;
            }
        }

        return at < text.Length && IsSeparator(text[at]) ? at + 1 : null;
    }

    private static bool Is(string text, int at, string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsSeparator(char c) => c is '_' or '.' or '-' or '/' or ':' or '#' or ' ';
}
