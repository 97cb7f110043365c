using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>
/// Points in time (RFC 3339), written with their offset; one without an offset is UTC, as the servers that leave it out mean
/// it, and a member of a model that was read so is written so (<see cref="KeptOffset"/>).
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

    /// <summary>Reads a member, which keeps that its text has no offset.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="model">The model.</param>
    /// <param name="member">The member's line in the table.</param>
    /// <exception cref="JsonException">The JSON is no such value.</exception>
    public static DateTimeOffset Read(ref Utf8JsonReader reader, JsonModel model, int member)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            || !DateTimeText.TryParse(text, out DateTimeOffset value, out bool isNaive))
        {
            return Read(ref reader);
        }

        model.Keep(member, isNaive ? "" : null);
        return value;
    }

    /// <summary>Reads a member or null, in the same way.</summary>
    /// <inheritdoc cref="Read(ref Utf8JsonReader, JsonModel, int)"/>
    public static DateTimeOffset? ReadOrNull(ref Utf8JsonReader reader, JsonModel model, int member) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader, model, member);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => Write(writer, value, null);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.DateTime(reader);

    internal static void Write(Utf8JsonWriter writer, DateTimeOffset value, string? offset)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        int length = offset is null ? DateTimeText.Format(value, text) : DateTimeText.Format(value.DateTime, text);
        writer.WriteStringValue(text[..length]);
    }

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
