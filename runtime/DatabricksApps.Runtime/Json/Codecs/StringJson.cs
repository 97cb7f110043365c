using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringJson : IJson<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? reader.HasValueSequence ? SequenceText.Read(reader) : reader.GetString()!
        : Leniency.IsNull(reader) ? null!
        : throw JsonFault.Expected(reader, "a string");

    /// <summary>Reads a value or null.</summary>
    /// <exception cref="JsonException">The JSON is neither.</exception>
    public static string? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => JsonFit.OfKind(reader, JsonTokenType.String);
}
