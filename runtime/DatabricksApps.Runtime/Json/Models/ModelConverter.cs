using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DatabricksApps.Generated;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a generated type.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ModelConverter<T> : JsonConverter<T>
    where T : IJsonModel, IJsonModel<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.ReadFrom(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer);
}
