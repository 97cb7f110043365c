using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DatabricksApps.Generated;

/// <summary>Reads strings of JSON that may hold no text, where what is no text becomes U+FFFD.</summary>
/// <remarks>
/// A string can hold half of a surrogate pair as an escape (Python's <c>json.dumps</c> writes them), and bytes that are no
/// UTF-8. .NET throws when such a string is asked for. A value of the document then is one that does not fit; what only
/// explains a failure, or is kept without being known, must not fail over it.
/// </remarks>
internal static class LenientText
{
    private const int EscapeLength = 6;

    /// <summary>Reads the string or the property name on which a reader stands.</summary>
    public static string Read(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> value = ValueOf(reader);
        return !reader.ValueIsEscaped ? Encoding.UTF8.GetString(value)
            : IsText(value) ? reader.GetString()!
            : Unescape(Encoding.UTF8.GetString(value));
    }

    /// <summary>Tells whether the string or the property name on which a reader stands is a text; what is no text is none.</summary>
    public static bool Equals(in Utf8JsonReader reader, ReadOnlySpan<byte> utf8) => reader.ValueIsEscaped
        ? IsText(reader) && reader.ValueTextEquals(utf8)
        : ValueOf(reader).SequenceEqual(utf8);

    /// <summary>Tells whether the string or the property name on which a reader stands is text.</summary>
    public static bool IsText(in Utf8JsonReader reader) => IsText(ValueOf(reader));

    /// <summary>Reads any JSON; strings in it that are no text are mended, so that nobody who reads or writes it fails.</summary>
    public static JsonElement ReadAny(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        JsonElement value = JsonElement.ParseValue(ref reader);
        return HoldsText(value, start) ? value : Mend(start);
    }

    /// <summary>Parses one JSON value, in the same way.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        JsonElement value = ReadAny(ref reader);

        // Throws if something follows the value.
        reader.Read();
        return value;
    }

    /// <summary>Parses a document, in the same way.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonDocument ParseDocument(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument document = JsonDocument.Parse(utf8);
        if (IsText(utf8.Span))
        {
            return document;
        }

        document.Dispose();
        Utf8JsonReader reader = new(utf8.Span);
        reader.Read();
        using PooledBuffer mended = MendedText(reader);
        return JsonDocument.Parse(mended.WrittenSpan.ToArray());
    }

    /// <summary>Cuts a text to a length without leaving half of a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

#if NET9_0_OR_GREATER
    private static bool HoldsText(JsonElement value, in Utf8JsonReader start) => IsText(JsonMarshal.GetRawUtf8Value(value));
#else
    private static bool HoldsText(JsonElement value, in Utf8JsonReader start)
    {
        Utf8JsonReader reader = start;
        int depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(reader))
            {
                return false;
            }
        }
        while (IsInside(reader, depth) && reader.Read());

        return true;
    }
#endif

    // A reader of a serializer of the user may read a stream, in pieces.
    private static ReadOnlySpan<byte> ValueOf(in Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>Tells whether the strings in a piece of valid JSON are text.</summary>
    private static bool IsText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        while (json.IndexOf((byte)'\\') is int position and >= 0)
        {
            json = json[position..];
            char unit = UnitOf(json);
            if (char.IsLowSurrogate(unit))
            {
                return false;
            }

            if (char.IsHighSurrogate(unit))
            {
                json = json[EscapeLength..];
                if (json.IsEmpty || json[0] != '\\' || !char.IsLowSurrogate(UnitOf(json)))
                {
                    return false;
                }
            }

            // An escaped backslash is two of them: the second begins nothing.
            json = json[2..];
        }

        return true;
    }

    // The UTF-16 unit that an escape of the form \uXXXX stands for; any other escape is no surrogate.
    private static char UnitOf(ReadOnlySpan<byte> escape) =>
        escape[1] == 'u' ? (char)int.Parse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : default;

    private static JsonElement Mend(in Utf8JsonReader start)
    {
        using PooledBuffer text = MendedText(start);
        Utf8JsonReader mended = new(text.WrittenSpan, new JsonReaderOptions { MaxDepth = Http.JsonLimits.MaxDepth });
        mended.Read();
        return JsonElement.ParseValue(ref mended);
    }

    /// <summary>Writes the value on which a reader stands with all strings mended.</summary>
    public static PooledBuffer MendedText(in Utf8JsonReader start)
    {
        PooledBuffer buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true }))
        {
            Utf8JsonReader reader = start;
            int depth = reader.CurrentDepth;
            do
            {
                Copy(reader, writer);
            }
            while (IsInside(reader, depth) && reader.Read());
        }

        return buffer;
    }

    // A scalar is one token; an object or array ends with the token that brings the depth back.
    private static bool IsInside(in Utf8JsonReader reader, int depth) =>
        reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static void Copy(in Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(Read(reader));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(Read(reader));
                break;
            default:
                writer.WriteRawValue(ValueOf(reader), skipInputValidation: true);
                break;
        }
    }

    private static string Unescape(string escaped)
    {
        StringBuilder text = new(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', char other => other });
            }
        }

        // .NET's own conversion puts U+FFFD in the place of half a pair.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
