using System.Text.Json;
using System.Text.Json.Serialization;

namespace DatabricksApps.Generated;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a type by its codec.</summary>
internal sealed class CodecConverter<T, TJson> : JsonConverter<T>
    where TJson : IJson<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TJson.Write(writer, value);
}

/// <summary>Lets <see cref="JsonSerializer"/> read and write a dictionary of generated types as the map of a member.</summary>
internal sealed class DictionaryConverter<T> : JsonConverter<Dictionary<string, T>>
    where T : IJsonModel, IJsonModel<T>
{
    public override Dictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(MapJson<T, ModelJson<T>>.Read(ref reader), StringComparer.Ordinal);

    public override void Write(Utf8JsonWriter writer, Dictionary<string, T> value, JsonSerializerOptions options) =>
        MapJson<T, ModelJson<T>>.Write(writer, value);
}
