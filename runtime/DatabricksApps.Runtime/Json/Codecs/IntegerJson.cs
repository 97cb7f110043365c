using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON integers of 32 bits; <c>1.0</c> and <c>1e3</c> are integers too, as in JSON Schema.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Json : IJson<int>
{
    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt32(out int value))
            {
                return value;
            }

            if (IntegerText.TryRead(reader, out BigInteger number) && number >= int.MinValue && number <= int.MaxValue)
            {
                return (int)number;
            }
        }

        return Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text) : throw JsonFault.Expected(reader, "an integer of 32 bits");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Int32(reader);
}

/// <summary>JSON integers of 64 bits; <c>1.0</c> and <c>1e3</c> are integers too, as in JSON Schema.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Json : IJson<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long value))
            {
                return value;
            }

            if (IntegerText.TryRead(reader, out BigInteger number) && number >= long.MinValue && number <= long.MaxValue)
            {
                return (long)number;
            }
        }

        return Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text) : throw JsonFault.Expected(reader, "an integer of 64 bits");
    }

    /// <summary>Reads a value or null.</summary>
    /// <exception cref="JsonException">The JSON is neither.</exception>
    public static long? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Int64(reader);
}

/// <summary>JSON integers of any size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BigIntegerJson : IJson<BigInteger>
{
    /// <inheritdoc/>
    public static BigInteger Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && IntegerText.TryRead(reader, out BigInteger value)
            ? value
            : Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text)
            : throw JsonFault.Expected(reader, "an integer");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, BigInteger value) =>
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.BigInteger(reader);
}

/// <summary>The integers that JSON spells in other ways than digits alone.</summary>
internal static class IntegerText
{
    // A short text can ask for a huge number (1e999999999): what is longer than this is no integer of ours.
    public const int MaxDigits = 4096;

    public static bool TryRead(in Utf8JsonReader reader, out BigInteger value)
    {
        string text = Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        int e = text.AsSpan().IndexOfAny('e', 'E');
        bool isBounded = text.Length <= MaxDigits
            && (e < 0 || (int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
                && Math.Abs((long)exponent) <= MaxDigits));
        value = default;
        return isBounded && BigInteger.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value);
    }
}
