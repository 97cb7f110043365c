using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Reads and writes the JSON of one C# type; composed by type arguments, so that no instance is needed.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJson<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    /// <exception cref="JsonException">The JSON is not a value of the type; the message says what was found and what was expected.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Tells how well a value fits the type, for unions without a discriminator.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    /// <returns>0: not at all; else the higher, the better (<see cref="JsonFit"/>).</returns>
    static abstract int Fit(Utf8JsonReader reader);
}
