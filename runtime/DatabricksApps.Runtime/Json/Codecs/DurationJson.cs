using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>
/// Durations of ISO 8601: <c>P1DT2H30M0.5S</c>. Years and months have no length of their own, so a
/// <see cref="TimeSpan"/> cannot hold them. .NET's own form is read too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationJson : IJson<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref Utf8JsonReader reader) => TryRead(reader, out TimeSpan value)
        || (!Leniency.IsOff && ConstantDurationJson.TryRead(reader, out value))
            ? value
            : throw JsonFault.Expected(reader, "a duration (ISO 8601, without years and months)");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(DurationText.Format(value));

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Duration(reader);

    internal static bool TryRead(in Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DurationText.TryParse(text, out value);
    }
}

/// <summary>Durations in .NET's constant format, <c>1.02:30:00.5000000</c>; those of ISO 8601 are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConstantDurationJson : IJson<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref Utf8JsonReader reader) => TryRead(reader, out TimeSpan value)
        || (!Leniency.IsOff && DurationJson.TryRead(reader, out value))
            ? value
            : throw JsonFault.Expected(reader, "a duration ([-][d.]hh:mm:ss[.fffffff])");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) =>
        TryRead(reader, out TimeSpan value) ? ScalarFit.Of<TimeSpan, ConstantDurationJson>(reader, value) : JsonFit.None;

    // A number alone would be days for .NET: it is no text of this format.
    internal static bool TryRead(in Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String
            && LenientText.Read(reader) is var text
            && text.Contains(':')
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }
}
