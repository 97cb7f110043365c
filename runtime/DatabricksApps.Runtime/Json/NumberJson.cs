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
            return value;
        }

        return (float)NumberText.ReadNotFinite(reader);
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
    public static int Fit(Utf8JsonReader reader) => JsonFit.OfKind(reader, JsonTokenType.Number);
}

/// <summary>JSON numbers of double precision; also the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleJson : IJson<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value))
        {
            return value;
        }

        return NumberText.ReadNotFinite(reader);
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
    public static int Fit(Utf8JsonReader reader) => JsonFit.OfKind(reader, JsonTokenType.Number);
}

/// <summary>JSON numbers as <c>decimal</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalJson : IJson<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value)
            ? value
            : throw JsonFault.Expected(reader, "a decimal number");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => JsonFit.OfKind(reader, JsonTokenType.Number);
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
    public static int Fit(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? JsonFit.Kind
        : JsonFit.OfText(TryRead(reader, out _));

    private static bool TryRead(in Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>The numbers that JSON cannot spell, as the strings that Pydantic and System.Text.Json both use.</summary>
internal static class NumberText
{
    public static double ReadNotFinite(in Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("NaN"u8))
            {
                return double.NaN;
            }

            if (reader.ValueTextEquals("Infinity"u8))
            {
                return double.PositiveInfinity;
            }

            if (reader.ValueTextEquals("-Infinity"u8))
            {
                return double.NegativeInfinity;
            }
        }

        throw JsonFault.Expected(reader, "a number");
    }

    public static void WriteNotFinite(Utf8JsonWriter writer, double value) =>
        writer.WriteStringValue(double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8);
}
