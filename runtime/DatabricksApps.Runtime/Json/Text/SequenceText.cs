using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Reads a large string of JSON that lies in pieces, without joining them first.</summary>
internal static class SequenceText
{
    private const int Large = 64 * 1024;

    /// <summary>Reads the string on which a reader stands.</summary>
    public static string Read(in Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence || reader.ValueSequence.Length < Large)
        {
            return reader.GetString()!;
        }

        ReadOnlySequence<byte> json = reader.ValueSequence;
        return string.Create(Walk(json, []), json, static (chars, json) => Walk(json, chars));
    }

    /// <summary>Writes the characters of a string, or counts them alone.</summary>
    private static int Walk(in ReadOnlySequence<byte> json, Span<char> chars)
    {
        SequenceReader<byte> reader = new(json);
        Decoder decoder = Encoding.UTF8.GetDecoder();
        bool counts = chars.IsEmpty;
        int count = 0;
        while (!reader.End)
        {
            ReadOnlySpan<byte> piece = reader.UnreadSpan;
            int escape = piece.IndexOf((byte)'\\');
            if (escape == 0)
            {
                reader.Advance(1);
                char unit = Unescape(ref reader);
                if (!counts)
                {
                    chars[count] = unit;
                }

                count++;
                continue;
            }

            piece = escape < 0 ? piece : piece[..escape];
            count += counts ? LengthOf(piece) : decoder.GetChars(piece, chars[count..], flush: false);
            reader.Advance(piece.Length);
        }

        return count;
    }

    // A character has one unit, and one of four bytes two; the bytes after its first begin with 10.
    private static int LengthOf(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }

        return count;
    }

    private static char Unescape(ref SequenceReader<byte> reader)
    {
        reader.TryRead(out byte kind);
        if (kind != 'u')
        {
            return (char)kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', char other => other };
        }

        Span<byte> digits = stackalloc byte[4];
        reader.TryCopyTo(digits);
        reader.Advance(digits.Length);
        return (char)int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
