using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Reads the default values that C# has no literal for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonLiteral
{
    /// <summary>Reads a value.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="JsonException">The text is not a value of the type.</exception>
    public static T Read<T, TJson>(ReadOnlySpan<byte> json)
        where TJson : IJson<T> => JsonText.Read<T, TJson>(json);
}
