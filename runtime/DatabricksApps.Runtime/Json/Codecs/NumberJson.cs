using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON numbers of single precision; also the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleJson : IJson<float>
{
    /// <inheritdoc/>
    public static float Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out float value))
        {
            // .NET rounds what is beyond the type to infinity.
            return float.IsFinite(value) ? value : throw JsonFault.Expected(reader, "a number of single precision");
        }

        return Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text) : (float)NumberText.ReadNotFinite(reader);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            NumberText.WriteNotFinite(writer, value);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Single(reader);
}

/// <summary>JSON numbers of double precision; also the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleJson : IJson<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (!reader.HasValueSequence && NumberText.TryParseShort(reader.ValueSpan, out double value))
            {
                return value;
            }

            // .NET rounds what is beyond the type to infinity.
            return reader.TryGetDouble(out value) && double.IsFinite(value) ? value : throw JsonFault.Expected(reader, "a number of double precision");
        }

        return Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text) : NumberText.ReadNotFinite(reader);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            NumberText.WriteNotFinite(writer, value);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Double(reader);
}

/// <summary>JSON numbers as <c>decimal</c>; read from a string too, which is how Pydantic writes what it takes as a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalJson : IJson<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return DecimalStringJson.Read(ref reader);
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value)
            ? value
            : throw JsonFault.Expected(reader, "a decimal number");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Decimal(reader);
}

/// <summary>Pydantic's <c>Decimal</c>: written as a string, read from a string or a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalStringJson : IJson<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return DecimalJson.Read(ref reader);
        }

        return TryRead(reader, out decimal value) ? value : throw JsonFault.Expected(reader, "a decimal number");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.DecimalString(reader, TryRead(reader, out decimal value), value);

    private static bool TryRead(in Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.String
            && decimal.TryParse(LenientText.Read(reader), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>The numbers that JSON cannot spell, as the strings that Pydantic and System.Text.Json both use.</summary>
internal static class NumberText
{
    private const int MaxExactDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>
    /// Reads a number of up to 15 digits without an exponent: digits and power of ten are exact doubles then, so their
    /// quotient is the nearest double (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    /// </summary>
    /// <param name="text">A number in JSON's spelling.</param>
    /// <param name="value">The number.</param>
    public static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        int start = isNegative ? 1 : 0;
        if (text.Length - start > MaxExactDigits)
        {
            return false;
        }

        long digits = 0;
        int point = text.Length;
        for (int i = start; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[i] == '.')
            {
                point = i + 1;
            }
            else
            {
                return false;
            }
        }

        value = digits / PowersOfTen[text.Length - point];
        value = isNegative ? -value : value;
        return true;
    }

    public static double ReadNotFinite(in Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (LenientText.Equals(reader, "NaN"u8))
            {
                return double.NaN;
            }

            if (LenientText.Equals(reader, "Infinity"u8))
            {
                return double.PositiveInfinity;
            }

            if (LenientText.Equals(reader, "-Infinity"u8))
            {
                return double.NegativeInfinity;
            }
        }

        throw JsonFault.Expected(reader, "a number");
    }

    public static void WriteNotFinite(Utf8JsonWriter writer, double value) =>
        writer.WriteStringValue(double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8);
}
