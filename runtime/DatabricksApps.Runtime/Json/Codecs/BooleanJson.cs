using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary><c>true</c> and <c>false</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanJson : IJson<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Leniency.TryOpen(reader, out Utf8JsonReader text) ? Read(ref text) : throw JsonFault.Expected(reader, "true or false"),
    };

    /// <summary>Reads a value or null.</summary>
    /// <exception cref="JsonException">The JSON is neither.</exception>
    public static bool? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) =>
        JsonFit.OfText(reader.TokenType is JsonTokenType.True or JsonTokenType.False);
}
