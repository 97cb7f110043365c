using System.Globalization;

namespace DatabricksApps.Instances;

/// <summary>The characters of a class of a regular expression, as far as texts are made of them.</summary>
internal static class CharacterSet
{
    private const string Digits = "0123456789";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Gets the printable characters of ASCII.</summary>
    public static string Printable { get; } = new([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>Parses what follows a backslash.</summary>
    public static string ParseEscape(string pattern, ref int position)
    {
        char escaped = pattern[position++];
        return escaped switch
        {
            'd' => Digits,
            'w' => Letters + Digits + "_",
            's' => " ",
            'D' => Letters,
            'W' => "-. ",
            'S' => Letters + Digits,
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'u' => Code(pattern, ref position, 4),
            'x' => Code(pattern, ref position, 2),
            'p' or 'P' => Property(pattern, ref position),
            _ => escaped.ToString(),
        };
    }

    /// <summary>Parses what follows an opening bracket, down to the closing one.</summary>
    public static string ParseClass(string pattern, ref int position)
    {
        bool isNegated = pattern[position] == '^';
        position += isNegated ? 1 : 0;
        HashSet<char> members = [];
        for (bool isFirst = true; isFirst || pattern[position] != ']'; isFirst = false)
        {
            string item = ParseItem(pattern, ref position);
            if (item.Length == 1 && pattern[position] == '-' && pattern[position + 1] != ']')
            {
                position++;
                char last = ParseItem(pattern, ref position)[0];
                item = new string([.. Enumerable.Range(item[0], Math.Max(0, last - item[0] + 1)).Select(code => (char)code)]);
            }

            members.UnionWith(item);
        }

        position++;
        string possible = new([.. Printable.Where(character => members.Contains(character) != isNegated)]);
        return possible.Length > 0 || isNegated ? possible : new string([.. members.Take(100)]);
    }

    private static string ParseItem(string pattern, ref int position) =>
        pattern[position++] is var character && character == '\\' ? ParseEscape(pattern, ref position) : character.ToString();

    private static string Code(string pattern, ref int position, int length)
    {
        string digits = pattern.Substring(position, length);
        position += length;
        return ((char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
    }

    private static string Property(string pattern, ref int position)
    {
        int end = pattern.IndexOf('}', position);
        string name = pattern[(position + 1)..end];
        position = end + 1;
        return name.StartsWith('N') ? Digits : name.StartsWith('P') || name.StartsWith('S') ? "-" : name.StartsWith('Z') ? " " : Letters;
    }
}
