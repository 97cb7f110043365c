using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>
/// Times of day: <c>14:30:00</c>, seconds optional. <see cref="TimeOnly"/> has no offset: that of a member of a model is kept by
/// the model (<see cref="KeptOffset"/>), and elsewhere none but UTC's is read, since another would be lost.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeJson : IJson<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader) => TryRead(reader, out TimeOnly value)
        ? value
        : throw JsonFault.Expected(reader, "a time of day without an offset");

    /// <summary>Reads a member, which keeps the offset.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="model">The model.</param>
    /// <param name="member">The member's line in the table.</param>
    /// <exception cref="JsonException">The JSON is no such value.</exception>
    public static TimeOnly Read(ref Utf8JsonReader reader, JsonModel model, int member)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            || !DateTimeText.TryParse(text, out TimeOnly value, out _, out ReadOnlySpan<byte> offset))
        {
            throw JsonFault.Expected(reader, "a time of day");
        }

        model.Keep(member, offset.IsEmpty ? null : Encoding.ASCII.GetString(offset));
        return value;
    }

    /// <summary>Reads a member or null, in the same way.</summary>
    /// <inheritdoc cref="Read(ref Utf8JsonReader, JsonModel, int)"/>
    public static TimeOnly? ReadOrNull(ref Utf8JsonReader reader, JsonModel model, int member) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader, model, member);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => Write(writer, value, null);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Time(reader);

    internal static void Write(Utf8JsonWriter writer, TimeOnly value, string? offset)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        int length = DateTimeText.Format(value, text);
        length += Encoding.ASCII.GetBytes(offset, text[length..]);
        writer.WriteStringValue(text[..length]);
    }

    private static bool TryRead(in Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        return DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> text)
            && DateTimeText.TryParse(text, out value);
    }
}
