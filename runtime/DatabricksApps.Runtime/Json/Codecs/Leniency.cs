using System.Text.Json;
using DatabricksApps.Gradio;

namespace DatabricksApps.Generated;

/// <summary>The one rule for values that the document does not tell: what can be read without losing or inventing anything is read.</summary>
/// <remarks>
/// A null is read by every type that has one, and the text of a string that is JSON itself (<c>"1.10"</c>, <c>"true"</c>) by
/// the numbers and Booleans. It is asked once the value has not been what was promised, so that one that is costs nothing;
/// never where a union looks for the case that a value is (<see cref="JsonUnion"/>): what fits there, fits as the
/// document says.
/// </remarks>
internal static class Leniency
{
    [ThreadStatic]
    private static bool t_isOff;

    /// <summary>Gets whether values are read as the document says.</summary>
    public static bool IsOff => t_isOff;

    /// <summary>Reads as the document says from now on, or leniently again.</summary>
    /// <param name="isOff">Whether to read as the document says.</param>
    /// <returns>What held before, for the end.</returns>
    public static bool TurnOff(bool isOff)
    {
        bool before = t_isOff;
        t_isOff = isOff;
        return before;
    }

    /// <summary>Whether the reader stands on a null that is read as C#'s.</summary>
    public static bool IsNull(in Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null && !t_isOff;

    /// <summary>Opens a string whose whole text is a number or a Boolean of JSON.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="text">Stands on the value that the string holds.</param>
    public static bool TryOpen(in Utf8JsonReader reader, out Utf8JsonReader text)
    {
        text = default;
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False && !t_isOff && GradioScope.Current is not null)
        {
            // Python's True is a number; the components of a Gradio app send it as it is.
            text = new Utf8JsonReader(reader.TokenType == JsonTokenType.True ? "1"u8 : "0"u8);
            return text.Read();
        }

        if (t_isOff || !DateTimeText.TryGetText(reader, out ReadOnlySpan<byte> utf8) || utf8.Length is 0 or > 4096)
        {
            return false;
        }

        text = new Utf8JsonReader(utf8);
        try
        {
            return text.Read()
                && text.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                && text.TokenStartIndex == 0
                && text.BytesConsumed == utf8.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
