using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DatabricksApps.Prism;

/// <summary>Reads arrays as tuples.</summary>
internal sealed class TupleConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeof(ITuple).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TupleConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class TupleConverter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Type[] types = typeToConvert.GetGenericArguments();
            JsonElement array = JsonElement.ParseValue(ref reader);
            return (T)Activator.CreateInstance(typeToConvert, [.. types.Select((type, index) => array[index].Deserialize(type, options))])!;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
