using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Cuts text that is no JSON into what would be tokens of it.</summary>
/// <remarks>
/// No string goes beyond its line, so a quote too many or too few is lost with its line alone. What begins a line as a key
/// does, with one of its quotes or none, is one: a key that is being typed takes nothing else along.
/// </remarks>
internal sealed class BrokenJsonTokens
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);
    private static readonly Regex s_string = new("\\G\"((?>[^\"\\\\\\r\\n]+|\\\\[^\\r\\n])*)\"", Options, s_limit);
    private static readonly Regex s_colon = new("\\G\\s*:", Options, s_limit);
    private static readonly Regex s_halfKey = new("\\G\"?([^\\s\":,\\[\\]]+)\"?[ \\t]*:", Options, s_limit);
    private static readonly Regex s_word = new("\\G[^\\s\"{}\\[\\],:]+", Options, s_limit);
    private static readonly Regex s_literal = new("^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$", Options, s_limit);
    private static readonly Regex s_comment = new("\\G(?://[^\\r\\n]*|/\\*(?s:.*?)\\*/)", Options, s_limit);

    private readonly string _text;
    private int _position;
    private int _indent;
    private bool _isFirst = true;

    private BrokenJsonTokens(string text) => _text = text;

    public static IReadOnlyList<JsonToken> Of(string text)
    {
        BrokenJsonTokens tokens = new(text);
        List<JsonToken> all = new();
        do
        {
            all.Add(tokens.Next());
        }
        while (all[all.Count - 1].Kind != JsonTokenKind.End);

        return all;
    }

    private JsonToken Next()
    {
        SkipSpace();
        (JsonTokenKind kind, string text) = _position == _text.Length ? (JsonTokenKind.End, "") : Read();
        JsonToken token = new(kind, text, _indent, _isFirst);
        _isFirst = false;
        return token;
    }

    private void SkipSpace()
    {
        for (; _position < _text.Length; _position++)
        {
            char next = _text[_position];
            if (next == '\n')
            {
                _indent = 0;
                _isFirst = true;
            }
            else if (char.IsWhiteSpace(next))
            {
                _indent += _isFirst ? 1 : 0;
            }
            else if (next == '/' && s_comment.Match(_text, _position) is { Success: true } comment)
            {
                _position += comment.Length - 1;
            }
            else
            {
                return;
            }
        }
    }

    private (JsonTokenKind Kind, string Text) Read()
    {
        char first = _text[_position];
        JsonTokenKind kind = first switch
        {
            '{' => JsonTokenKind.OpenObject,
            '}' => JsonTokenKind.CloseObject,
            '[' => JsonTokenKind.OpenArray,
            ']' => JsonTokenKind.CloseArray,
            ',' => JsonTokenKind.Comma,
            _ => JsonTokenKind.Unknown,
        };
        if (kind != JsonTokenKind.Unknown)
        {
            return (kind, Take(1));
        }

        return ReadString() ?? (_isFirst ? ReadHalfKey() : null) ?? ReadWord();
    }

    private (JsonTokenKind Kind, string Text)? ReadString()
    {
        Match match = s_string.Match(_text, _position);
        if (!match.Success)
        {
            return null;
        }

        if (Unescape(match) is not { } text)
        {
            return (JsonTokenKind.Unknown, Take(match.Length));
        }

        _position += match.Length;
        Match colon = s_colon.Match(_text, _position);
        _position += colon.Length;
        return (colon.Success ? JsonTokenKind.Key : JsonTokenKind.String, text);
    }

    private static string? Unescape(Match match)
    {
        string text = match.Groups[1].Value;
        if (text.IndexOf('\\') < 0)
        {
            return text;
        }

        try
        {
            using JsonDocument value = JsonDocument.Parse(match.Value);
            return value.RootElement.GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An escape that is none, or half a character.
            return null;
        }
    }

    private (JsonTokenKind Kind, string Text)? ReadHalfKey()
    {
        Match match = s_halfKey.Match(_text, _position);
        _position += match.Length;
        return match.Success ? (JsonTokenKind.Key, match.Groups[1].Value) : null;
    }

    private (JsonTokenKind Kind, string Text) ReadWord()
    {
        if (_text[_position] == '"')
        {
            // A string without its end: where it should have ended nobody knows.
            int end = _text.IndexOfAny(['\r', '\n'], _position);
            return (JsonTokenKind.Unknown, Take((end < 0 ? _text.Length : end) - _position));
        }

        Match match = s_word.Match(_text, _position);
        string word = Take(Math.Max(1, match.Length));
        return (s_literal.IsMatch(word) ? JsonTokenKind.Literal : JsonTokenKind.Unknown, word);
    }

    private string Take(int length)
    {
        string text = _text.Substring(_position, length);
        _position += length;
        return text;
    }
}
