using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Tool.Documents;

/// <summary>
/// JSON with one value a line, as it was otherwise: the order of members, members that stand twice, the spelling of numbers and
/// texts. So a line of the file means something, and the same document gives the same bytes.
/// </summary>
internal static class IndentedJson
{
    /// <summary>The depth that documents may have; a reader of JSON has 64 by default, which schemas in schemas come to.</summary>
    public const int MaxDepth = 1000;

    /// <summary>Writes it.</summary>
    /// <exception cref="JsonException">The text is no JSON, or not all of it.</exception>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        ArrayBufferWriter<byte> written = new(utf8.Length * 2);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        JsonTokenType before = JsonTokenType.None;
        int depth = 0;
        while (reader.Read())
        {
            JsonTokenType token = reader.TokenType;
            bool isEnd = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
            bool isFirst = before is JsonTokenType.StartObject or JsonTokenType.StartArray;
            depth -= isEnd ? 1 : 0;
            if (before is not (JsonTokenType.None or JsonTokenType.PropertyName))
            {
                if (!isEnd && !isFirst)
                {
                    written.Write(","u8);
                }

                if (!(isEnd && isFirst))
                {
                    NewLine(written, depth);
                }
            }

            WriteToken(written, ref reader);
            depth += token is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
            before = token;
        }

        written.Write("\n"u8);
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    private static void WriteToken(ArrayBufferWriter<byte> written, ref Utf8JsonReader reader)
    {
        bool isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        if (isText)
        {
            written.Write("\""u8);
        }

        written.Write(reader.ValueSpan);
        if (isText)
        {
            written.Write(reader.TokenType == JsonTokenType.PropertyName ? "\": "u8 : "\""u8);
        }
    }

    private static void NewLine(ArrayBufferWriter<byte> written, int depth)
    {
        Span<byte> line = written.GetSpan(1 + (2 * depth))[..(1 + (2 * depth))];
        line.Fill((byte)' ');
        line[0] = (byte)'\n';
        written.Advance(line.Length);
    }
}
