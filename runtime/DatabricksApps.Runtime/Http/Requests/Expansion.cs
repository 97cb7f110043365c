using System.Buffers;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>
/// Spells one parameter as its style says: the expansion of RFC 6570 §3.2, of which OpenAPI's styles are the operators.
/// </summary>
/// <remarks>
/// The value comes as the JSON that its codec writes, so that dates, enums, lists and models are spelled in one way in
/// the whole client. Null, null items and null members are undefined in the RFC's words and are left out.
/// </remarks>
internal ref struct Expansion
{
    private readonly ref TextBuffer _text;
    private readonly string _name;
    private readonly ParameterStyle _style;
    private readonly bool _explode;
    private readonly Escaping _escaping;
    private readonly string _separator;
    private readonly bool _isNamed;
    private readonly char _delimiter;
    private string _next;

    /// <summary>Initializes the expansion.</summary>
    /// <param name="text">Where the text goes.</param>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="style">How to spell it.</param>
    /// <param name="explode">Whether items and members are spelled on their own.</param>
    /// <param name="escaping">What is percent-encoded.</param>
    /// <param name="first">For pairs, what stands before the first one.</param>
    /// <param name="separator">For pairs, what stands before the others.</param>
    /// <param name="isNamed">Whether the styles of queries write the name: a path and a header have none.</param>
    public Expansion(
        ref TextBuffer text, string name, ParameterStyle style, bool explode, Escaping escaping,
        string first = "", string separator = "&", bool isNamed = true)
    {
        _text = ref text;
        _name = name;
        _style = style;
        _explode = explode;
        _escaping = escaping;
        (_next, _separator, _isNamed) = style switch
        {
            ParameterStyle.Simple => ("", ",", false),
            ParameterStyle.Label => (".", ".", false),
            ParameterStyle.Matrix => (";", ";", true),
            _ => (first, separator, isNamed),
        };

        // Where a text between items is encoded as the items are, or neither is, the app could not tell them from it.
        _delimiter = style switch
        {
            ParameterStyle.SpaceDelimited => ' ',
            ParameterStyle.PipeDelimited => '|',
            ParameterStyle.TabDelimited => '\t',
            _ => escaping == Escaping.None ? ',' : '\0',
        };
    }

    /// <summary>Writes the expansion of a value; nothing for null and for what is empty.</summary>
    public void Write(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartObject when _style == ParameterStyle.DeepObject:
                WriteDeep(ref reader, json, _name);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject when _explode:
                WriteExploded(ref reader, json);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                WriteJoined(ref reader, json);
                break;
            default:
                BeginValue(_name, IsEmptyString(ref reader));
                WriteToken(ref reader, json);
                break;
        }
    }

    /// <summary>Writes a name and <c>=</c>, which a matrix parameter without text leaves out (RFC 6570 §3.2.7).</summary>
    public void BeginValue(string name, bool isEmpty = false)
    {
        Begin();
        if (_isNamed)
        {
            _text.AppendEscaped(name, _escaping);
            if (!isEmpty || _style != ParameterStyle.Matrix)
            {
                _text.Append('=');
            }
        }
    }

    private void Begin()
    {
        _text.Append(_next);
        _next = _separator;
    }

    private void WriteExploded(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (ReadMember(ref reader, out string? key))
        {
            if (_escaping == Escaping.None)
            {
                CheckItem(key, ref reader, json);
            }

            if (isObject && reader.TokenType == JsonTokenType.StartArray && _isNamed)
            {
                WriteRepeated(ref reader, json, key!);
            }
            else if (isObject)
            {
                Begin();
                _text.AppendEscaped(key, _escaping);
                _text.Append('=');
                WriteToken(ref reader, json);
            }
            else
            {
                BeginValue(_name, IsEmptyString(ref reader));
                WriteToken(ref reader, json);
            }
        }
    }

    private void WriteRepeated(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string key)
    {
        while (ReadMember(ref reader, out _))
        {
            BeginValue(key);
            WriteToken(ref reader, json);
        }
    }

    private void WriteJoined(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        bool isFirst = true;
        while (ReadMember(ref reader, out string? key))
        {
            CheckItem(key, ref reader, json);
            if (isFirst)
            {
                BeginValue(_name);
                isFirst = false;
            }
            else
            {
                WriteJoiner();
            }

            if (key is not null)
            {
                _text.AppendEscaped(key, _escaping);
                WriteJoiner();
            }

            WriteToken(ref reader, json);
        }
    }

    private void WriteDeep(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string name)
    {
        while (ReadMember(ref reader, out string? key))
        {
            string member = $"{name}[{key}]";
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    WriteDeep(ref reader, json, member);
                    break;
                case JsonTokenType.StartArray:
                    WriteRepeated(ref reader, json, member);
                    break;
                default:
                    BeginValue(member);
                    WriteToken(ref reader, json);
                    break;
            }
        }
    }

    private void WriteJoiner()
    {
        switch (_style)
        {
            case ParameterStyle.SpaceDelimited:
                _text.AppendEscaped(" ", _escaping);
                break;
            case ParameterStyle.PipeDelimited:
                _text.AppendEscaped("|", _escaping == Escaping.None ? Escaping.None : Escaping.Value);
                break;
            case ParameterStyle.TabDelimited:
                _text.AppendEscaped("\t", _escaping);
                break;
            default:
                _text.Append(',');
                break;
        }
    }

    private readonly void CheckItem(string? key, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (_delimiter != '\0' && (key?.Contains(_delimiter, StringComparison.Ordinal) == true || HoldsDelimiter(reader, json)))
        {
            throw new ArgumentException(
                $"The parameter '{_name}' has an item that holds the character U+{(int)_delimiter:X4}, which stands between the items in its style " +
                "(OpenAPI, Style Values): the app would take it for two. Give items without it.",
                _name);
        }
    }

    // Of a copy of the reader: the item is still to be written. What lies deeper is JSON, whose commas are its own, and whose tabs are escaped.
    private readonly bool HoldsDelimiter(Utf8JsonReader item, ReadOnlySpan<byte> json)
    {
        if (item.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            int start = (int)item.TokenStartIndex;
            item.Skip();
            return _delimiter != ',' && Encoding.UTF8.GetString(json[start..(int)item.BytesConsumed]).Contains(_delimiter, StringComparison.Ordinal);
        }

        return item is { TokenType: JsonTokenType.String, ValueIsEscaped: true }
            ? item.GetString()!.Contains(_delimiter, StringComparison.Ordinal)
            : item.ValueSpan.Contains((byte)_delimiter);
    }

    /// <summary>Moves to the next item or member that is not null; false at the end of the array or object.</summary>
    private static bool ReadMember(ref Utf8JsonReader reader, out string? key)
    {
        key = null;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                key = reader.GetString();
                reader.Read();
            }

            if (reader.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEmptyString(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty;

    private void WriteToken(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            // The RFC has no spelling for what lies deeper: it goes as JSON text.
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            _text.AppendEscaped(json[start..(int)reader.BytesConsumed], _escaping);
        }
        else if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            WriteUnescaped(ref reader);
        }
        else
        {
            _text.AppendEscaped(reader.ValueSpan, _escaping);
        }
    }

    private void WriteUnescaped(ref Utf8JsonReader reader)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        int length = reader.CopyString(rented);
        _text.AppendEscaped(rented.AsSpan(0, length), _escaping);
        ArrayPool<char>.Shared.Return(rented);
    }
}
