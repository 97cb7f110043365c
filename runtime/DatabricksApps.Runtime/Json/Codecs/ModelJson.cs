using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>A generated type.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ModelJson<T> : IJson<T>
    where T : IJsonModel, IJsonModel<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader) => T.ReadFrom(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => T.FitOf(reader);
}
