using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>What a message shows of a value that cannot be read: its kind, and of a string or number the start.</summary>
/// <remarks>Of objects and arrays nothing: members that the document does not know may be secrets.</remarks>
internal static class FaultyValue
{
    private const int ShownLength = 40;

    // Long enough that a token which an app echoes is whole, and found, before the text is cut.
    private const int LongestKept = 16 * 1024;

    /// <summary>Gets what stands in the place of a secret.</summary>
    public static string Masked => "***";

    /// <summary>Returns the first words of a sentence about the value.</summary>
    public static string KindOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "An object",
        JsonTokenType.StartArray => "An array",
        JsonTokenType.String => "The string ",
        JsonTokenType.Number => "The number ",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    /// <summary>Returns the text of a string, in its quotes, or of a number; null: another value.</summary>
    public static string? TextOf(in Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return null;
        }

        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        string value = text.Length <= LongestKept ? LenientText.Read(reader) : Encoding.UTF8.GetString(text[..LongestKept]);
        return reader.TokenType == JsonTokenType.String ? $"\"{value}\"" : value;
    }

    /// <summary>Cuts what is shown.</summary>
    public static string Start(string text) =>
        text.Length <= ShownLength ? text : LenientText.Cut(text, ShownLength) + (text[0] == '"' ? "…\"" : "…");
}
