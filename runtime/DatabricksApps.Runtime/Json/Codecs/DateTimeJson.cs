using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>
/// Points in time (RFC 3339); one without an offset is UTC, as the servers that leave it out mean it; written as UTC
/// with <c>Z</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeJson : IJson<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader) => TryRead(reader, out DateTimeOffset value)
        ? value
        : throw JsonFault.Expected(reader, "a date and time (RFC 3339)");

    /// <summary>Reads a value or null.</summary>
    /// <exception cref="JsonException">The JSON is neither.</exception>
    public static DateTimeOffset? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        writer.WriteStringValue(text[..DateTimeText.Format(value, text)]);
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.DateTime(reader);

    private static bool TryRead(in Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DateTimeText.TryParse(text, out value);
    }
}

/// <summary>Dates: <c>2024-02-29</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateJson : IJson<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader) =>
        TryRead(reader, out DateOnly value) ? value : throw JsonFault.Expected(reader, "a date");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        writer.WriteStringValue(text[..DateTimeText.Format(value, text)]);
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Date(reader);

    private static bool TryRead(in Utf8JsonReader reader, out DateOnly value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DateTimeText.TryParse(text, out value);
    }
}

/// <summary>
/// Times of day: <c>14:30:00</c>, seconds optional. Of the offsets that RFC 3339 adds only UTC's is read, since
/// <see cref="TimeOnly"/> has none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeJson : IJson<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader) => TryRead(reader, out TimeOnly value)
        ? value
        : throw JsonFault.Expected(reader, "a time of day without an offset");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        writer.WriteStringValue(text[..DateTimeText.Format(value, text)]);
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Time(reader);

    private static bool TryRead(in Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DateTimeText.TryParse(text, out value);
    }
}

/// <summary>
/// Durations of ISO 8601: <c>P1DT2H30M0.5S</c>. Years and months have no length of their own, so a
/// <see cref="TimeSpan"/> cannot hold them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationJson : IJson<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref Utf8JsonReader reader) => TryRead(reader, out TimeSpan value)
        ? value
        : throw JsonFault.Expected(reader, "a duration (ISO 8601, without years and months)");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(DurationText.Format(value));

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Duration(reader);

    private static bool TryRead(in Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DurationText.TryParse(text, out value);
    }
}
