using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Fuzz.Trees;

/// <summary>Reads JSON as it is spelled: keys that are there twice, lone surrogates and long numbers stay.</summary>
internal sealed partial class JsonTreeParser(string text)
{
    private int _position;

    /// <summary>Reads the text; null if it is not exactly one value.</summary>
    public Node? Parse()
    {
        Node? root = ReadValue();
        SkipSpace();
        return _position == text.Length ? root : null;
    }

    private Node? ReadValue()
    {
        SkipSpace();
        switch (Current)
        {
            case '{':
                return ReadAll(Node.Object(), '}');
            case '[':
                return ReadAll(Node.Array(), ']');
            case '"':
                return ReadText() is { } value ? Node.Text(value) : null;
            default:
                Match literal = Literal().Match(text, _position);
                _position += literal.Length;
                return literal.Length > 0 ? Node.Literal(literal.Value) : null;
        }
    }

    private Node? ReadAll(Node node, char end)
    {
        _position++;
        SkipSpace();
        if (Current == end)
        {
            _position++;
            return node;
        }

        while (true)
        {
            string? key = "";
            SkipSpace();
            if (node.Kind == NodeKind.Object)
            {
                key = Current == '"' ? ReadText() : null;
                SkipSpace();
                key = Current == ':' ? key : null;
                _position++;
            }

            if (key is null || ReadValue() is not { } value)
            {
                return null;
            }

            node.Children.Add(new Child(key, value));
            SkipSpace();
            char next = Current;
            _position++;
            if (next != ',')
            {
                return next == end ? node : null;
            }
        }
    }

    private string? ReadText()
    {
        StringBuilder value = new();
        for (_position++; Current != '\0'; _position++)
        {
            char c = Current;
            if (c == '"')
            {
                _position++;
                return value.ToString();
            }

            if (c != '\\')
            {
                value.Append(c);
                continue;
            }

            _position++;
            int known = "\"\\/bfnrt".IndexOf(Current);
            if (known >= 0)
            {
                value.Append("\"\\/\b\f\n\r\t"[known]);
            }
            else if (Current == 'u' && _position + 4 < text.Length
                && ushort.TryParse(text.AsSpan(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                value.Append((char)code);
                _position += 4;
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private char Current => _position < text.Length ? text[_position] : '\0';

    private void SkipSpace()
    {
        while (Current is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }
    }

    [GeneratedRegex(@"\G(?:true|false|null|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")]
    private static partial Regex Literal();
}
