using System.Buffers;
using System.Numerics;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>How well a scalar fits a case of a union: exactly if writing what is read gives back the very text.</summary>
/// <remarks>
/// Apart from reading, which also takes what an app evidently means: a union has other cases, and what is taken for one that
/// it is not comes back as another text. A value that is spelled otherwise (<c>1.0</c>, a time without an offset, 32
/// digits of a UUID) fits after all that are exact, a string among them, and the union keeps its text.
/// </remarks>
internal static class ScalarFit
{
    /// <summary>Of types that write the same text, the one that says more: 32 bits before 64, integers before other numbers.</summary>
    private const int OfInt32 = JsonFit.Exact + 2;
    private const int OfInt64 = JsonFit.Exact + 1;
    private const int OfBigInteger = JsonFit.Exact;
    private const int OfDecimal = JsonFit.Exact - 1;
    private const int OfDouble = JsonFit.Exact - 2;
    private const int OfSingle = JsonFit.Exact - 3;
    private const int OfBytes = JsonFit.Exact - 1;

    public static int Int32(in Utf8JsonReader reader) => Integer(reader, int.MinValue, int.MaxValue, OfInt32);

    public static int Int64(in Utf8JsonReader reader) => Integer(reader, long.MinValue, long.MaxValue, OfInt64);

    public static int BigInteger(in Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.Number ? JsonFit.None
        : IsDigits(reader) && ValueLength(reader) <= IntegerText.MaxDigits ? OfBigInteger
        : IntegerText.TryRead(reader, out _) ? JsonFit.Spelled
        : JsonFit.None;

    public static int Decimal(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value)
            ? Of<decimal, DecimalJson>(reader, value, OfDecimal, JsonFit.Spelled + 3)
            : JsonFit.None;

    // A number beyond the range would be infinite, which is written as a string.
    public static int Double(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? Of<double, DoubleJson>(reader, value, OfDouble, JsonFit.Spelled + 2)
            : JsonFit.None;

    public static int Single(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out float value) && float.IsFinite(value)
            ? Of<float, SingleJson>(reader, value, OfSingle, JsonFit.Spelled + 1)
            : JsonFit.None;

    public static int DecimalString(in Utf8JsonReader reader, bool isRead, decimal value) =>
        isRead ? Of<decimal, DecimalStringJson>(reader, value, OfDecimal)
        : reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out _) ? JsonFit.Spelled
        : JsonFit.None;

    public static int DateTime(in Utf8JsonReader reader) =>
        DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text) && DateTimeText.TryParse(text, out DateTimeOffset value)
            ? Of<DateTimeOffset, DateTimeJson>(reader, value, JsonFit.Exact, JsonFit.Spelled + 1)
            : JsonFit.None;

    // Midnight is a date only where no case is a date and time.
    public static int Date(in Utf8JsonReader reader) =>
        DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text) && DateTimeText.TryParse(text, out DateOnly value)
            ? Of<DateOnly, DateJson>(reader, value)
            : JsonFit.None;

    public static int Time(in Utf8JsonReader reader) =>
        DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text) && DateTimeText.TryParse(text, out TimeOnly value)
            ? Of<TimeOnly, TimeJson>(reader, value)
            : JsonFit.None;

    public static int Duration(in Utf8JsonReader reader) =>
        DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text) && DurationText.TryParse(text, out TimeSpan value)
            ? Of<TimeSpan, DurationJson>(reader, value)
            : JsonFit.None;

    // Four letters are base64 too: whatever else is exact says more.
    public static int Bytes(in Utf8JsonReader reader, byte[]? value) =>
        value is null ? JsonFit.None : Of<byte[], BytesJson>(reader, value, OfBytes);

    /// <summary>Tells how well a value fits that has been read: whether writing it gives back its text.</summary>
    public static int Of<T, TJson>(in Utf8JsonReader reader, T value, int exact = JsonFit.Exact, int otherwise = JsonFit.Spelled)
        where TJson : IJson<T>
    {
        using PooledBuffer json = new();
        JsonWriterCache.Lease lease = JsonWriterCache.Rent(json);
        TJson.Write(lease.Writer, value);
        lease.Return();
        return IsWritten(reader, json.WrittenSpan) ? exact : otherwise;
    }

    // Of a string its characters count: servers differ in what they escape.
    private static bool IsWritten(in Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return json.SequenceEqual(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        }

        Utf8JsonReader written = new(json);
        return written.Read()
            && written.TokenType == JsonTokenType.String
            && DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && written.ValueTextEquals(text);
    }

    private static int Integer(in Utf8JsonReader reader, long least, long most, int exact)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return JsonFit.None;
        }

        if (reader.TryGetInt64(out long value))
        {
            return value < least || value > most ? JsonFit.None : IsDigits(reader) ? exact : JsonFit.Spelled;
        }

        return IntegerText.TryRead(reader, out BigInteger number) && number >= least && number <= most ? JsonFit.Spelled : JsonFit.None;
    }

    private static long ValueLength(in Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;

    // JSON has no zeros in front, so that digits alone have one spelling; zero has no sign.
    private static bool IsDigits(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        bool isNegative = text[0] == '-';
        text = isNegative ? text[1..] : text;
        return !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') && !(isNegative && text[0] == '0');
    }
}
