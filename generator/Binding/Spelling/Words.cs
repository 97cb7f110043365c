using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DatabricksApps.Gen.Binding.Spelling;

/// <summary>Turns names of a document into C# names, before clashes are looked at.</summary>
internal static class Words
{
    /// <summary>Longer names are cut and given a hash: readers and tools have limits.</summary>
    private const int LongestName = 100;

    /// <summary>The same for names that are put together of several: no assembly takes one of more than 1,023 bytes.</summary>
    private const int LongestWhole = 180;

    /// <summary>Spells a name in Pascal case: <c>item_id</c> becomes <c>ItemId</c>, <c>SOLD_OUT</c> <c>SoldOut</c>.</summary>
    /// <returns>A C# identifier, or an empty string if the name has no letter or digit.</returns>
    public static string Pascal(string name)
    {
        bool lowerRest = IsAllCapitals(name);
        Span<char> result = name.Length < LongestName ? stackalloc char[LongestName] : new char[name.Length + 1];
        int length = 0;
        bool startsWord = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            if (length == 0 && !char.IsLetter(c))
            {
                result[length++] = '_';
            }

            result[length++] = startsWord ? char.ToUpperInvariant(c) : lowerRest ? char.ToLowerInvariant(c) : c;
            startsWord = false;
        }

        return Shorten(result.Slice(0, length).ToString(), LongestName);
    }

    /// <summary>Spells a name in camel case: <c>item_id</c> becomes <c>itemId</c>, <c>HTTPMethod</c> <c>httpMethod</c>.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        int run = 0;
        while (run < pascal.Length && char.IsUpper(pascal[run]))
        {
            run++;
        }

        // Of a run of capitals the last one begins the next word, unless a digit or the end follows.
        int lower = run > 1 && run < pascal.Length && char.IsLower(pascal[run]) ? run - 1 : run;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>Spells the symbols of a name too, for names that have nothing else or would clash without.</summary>
    public static string PascalWithSymbols(string name)
    {
        if (!name.Any(c => Symbol(c) is not null))
        {
            return Pascal(name);
        }

        StringBuilder text = new(name.Length);
        foreach (char c in name)
        {
            string? word = Symbol(c);
            if (word is null)
            {
                text.Append(c);
            }
            else
            {
                text.Append('_').Append(word).Append('_');
            }
        }

        return Pascal(text.ToString());
    }

    /// <summary>Spells a name as it stands, with an underscore for what no identifier has.</summary>
    /// <returns>A C# identifier that begins with a letter, or an empty string if the name begins with none.</returns>
    public static string Verbatim(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char c in name)
        {
            text.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return text.Length > 0 && char.IsLetter(text[0]) ? Shorten(text.ToString(), LongestName) : string.Empty;
    }

    /// <summary>Tells whether a text can be a name in C#, as those that are made here.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= LongestWhole && (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>Cuts a C# name into its words: <c>ReadItem2</c> is <c>Read</c>, <c>Item2</c>.</summary>
    public static IReadOnlyList<string> Cut(string name)
    {
        List<string> words = new();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                words.Add(name.Substring(start, i - start));
                start = i;
            }
        }

        return words;
    }

    /// <summary>Hashes a text the same way on every machine.</summary>
    public static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static bool IsAllCapitals(string name)
    {
        int letters = 0;
        foreach (char c in name)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    /// <summary>Cuts a name that is put together of names, if it has become too long.</summary>
    public static string Fit(string name) => Shorten(name, LongestWhole);

    private static string Shorten(string name, int longest) =>
        name.Length <= longest ? name : name.Substring(0, longest - 8) + Hash(name);

    private static string? Symbol(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Star",
        '/' => "Slash",
        '%' => "Percent",
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '&' => "And",
        '|' => "Or",
        '#' => "Hash",
        '$' => "Dollar",
        '@' => "At",
        '.' => "Dot",
        '~' => "Tilde",
        '^' => "Caret",
        '?' => "Question",
        ':' => "Colon",
        ',' => "Comma",
        ';' => "Semicolon",
        '\'' => "Quote",
        '"' => "DoubleQuote",
        '\\' => "Backslash",
        '(' or ')' or '[' or ']' or '{' or '}' => "Bracket",
        _ => null,
    };
}
