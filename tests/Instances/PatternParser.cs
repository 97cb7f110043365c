using System.Globalization;
using System.Text;

namespace DatabricksApps.Instances;

/// <summary>Parses a regular expression to what writes a text of it.</summary>
/// <remarks>Look-arounds and anchors write nothing: who asks compares the text with the expression.</remarks>
internal sealed class PatternParser(string pattern)
{
    // How often "any number of times" is at most, beyond the least.
    private const int MostRepeats = 8;

    private int _position;

    public Action<StringBuilder, Random> Parse()
    {
        Action<StringBuilder, Random> result = ParseAlternatives();
        return _position == pattern.Length ? result : throw new FormatException($"'{pattern}' ends early.");
    }

    private Action<StringBuilder, Random> ParseAlternatives()
    {
        List<Action<StringBuilder, Random>> alternatives = [ParseSequence()];
        while (TryTake('|'))
        {
            alternatives.Add(ParseSequence());
        }

        return alternatives.Count == 1 ? alternatives[0] : (text, random) => alternatives[random.Next(alternatives.Count)](text, random);
    }

    private Action<StringBuilder, Random> ParseSequence()
    {
        List<Action<StringBuilder, Random>> items = [];
        while (_position < pattern.Length && pattern[_position] is not ('|' or ')'))
        {
            items.Add(ParseRepeated());
        }

        return (text, random) => items.ForEach(item => item(text, random));
    }

    private Action<StringBuilder, Random> ParseRepeated()
    {
        Action<StringBuilder, Random> item = ParseAtom();
        (int least, int most) = ParseQuantifier();
        return (least, most) == (1, 1) ? item : (text, random) =>
        {
            for (int i = random.Next(least, most + 1); i > 0; i--)
            {
                item(text, random);
            }
        };
    }

    private (int Least, int Most) ParseQuantifier()
    {
        (int Least, int Most) result = (1, 1);
        if (TryTake('*'))
        {
            result = (0, MostRepeats);
        }
        else if (TryTake('+'))
        {
            result = (1, MostRepeats);
        }
        else if (TryTake('?'))
        {
            result = (0, 1);
        }
        else if (_position + 1 < pattern.Length && pattern[_position] == '{' && char.IsAsciiDigit(pattern[_position + 1]))
        {
            int end = pattern.IndexOf('}', _position);
            string[] bounds = pattern[(_position + 1)..end].Split(',');
            int least = int.Parse(bounds[0], CultureInfo.InvariantCulture);
            result = (least, bounds.Length == 1 ? least : bounds[1].Length == 0 ? least + MostRepeats : int.Parse(bounds[1], CultureInfo.InvariantCulture));
            _position = end + 1;
        }
        else
        {
            return result;
        }

        // Lazy or possessive: the text is the same.
        _ = TryTake('?') || TryTake('+');
        return result;
    }

    private Action<StringBuilder, Random> ParseAtom()
    {
        switch (pattern[_position++])
        {
            case '(':
                return ParseGroup();
            case '[':
                return Writer(CharacterSet.ParseClass(pattern, ref _position));
            case '.':
                return Writer(CharacterSet.Printable);
            case '^' or '$':
                return (_, _) => { };
            case '\\' when pattern[_position] is 'b' or 'B' or 'A' or 'Z' or 'z':
                _position++;
                return (_, _) => { };
            case '\\':
                return Writer(CharacterSet.ParseEscape(pattern, ref _position));
            case char literal:
                return (text, _) => text.Append(literal);
        }
    }

    private Action<StringBuilder, Random> ParseGroup()
    {
        bool isLook = false;
        if (TryTake('?'))
        {
            isLook = pattern[_position] is '=' or '!' || pattern[_position..].StartsWith("<=", StringComparison.Ordinal) || pattern[_position..].StartsWith("<!", StringComparison.Ordinal);
            _position = isLook
                ? _position + (pattern[_position] == '<' ? 2 : 1)
                : pattern.IndexOfAny([':', '>', ')'], _position) + (pattern[pattern.IndexOfAny([':', '>', ')'], _position)] == ')' ? 0 : 1);
        }

        Action<StringBuilder, Random> inner = ParseAlternatives();
        if (!TryTake(')'))
        {
            throw new FormatException($"'{pattern}' has an open group.");
        }

        return isLook ? (_, _) => { } : inner;
    }

    private bool TryTake(char expected)
    {
        bool isThere = _position < pattern.Length && pattern[_position] == expected;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private static Action<StringBuilder, Random> Writer(string characters) => characters.Length == 0
        ? throw new FormatException("A class without characters.")
        : (text, random) => text.Append(characters[random.Next(characters.Length)]);
}
