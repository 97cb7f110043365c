using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DatabricksApps.Generated;

/// <summary>Lets <see cref="JsonSerializer"/> read and write an event as it does by reflection: an object of its properties.</summary>
internal sealed class EventConverter<T, TJson> : JsonConverter<AppEvent<T>>
    where TJson : IJson<T>
{
    public override AppEvent<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected(reader, "an object");
        }

        StringComparison comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        T data = default!;
        string type = "message";
        string? id = null;
        TimeSpan? retry = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name.Equals(Name(options, nameof(AppEvent<T>.Data)), comparison))
            {
                data = reader.TokenType == JsonTokenType.Null && default(T) is null ? default! : TJson.Read(ref reader);
            }
            else if (name.Equals(Name(options, nameof(AppEvent<T>.EventType)), comparison))
            {
                type = StringJson.Read(ref reader);
            }
            else if (name.Equals(Name(options, nameof(AppEvent<T>.Id)), comparison))
            {
                id = ReferenceOrNullJson<string, StringJson>.Read(ref reader);
            }
            else if (name.Equals(Name(options, nameof(AppEvent<T>.Retry)), comparison) && reader.TokenType != JsonTokenType.Null)
            {
                string text = StringJson.Read(ref reader);
                retry = TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan time)
                    ? time
                    : throw JsonFault.Expected(reader, "a time span");
            }
            else
            {
                reader.Skip();
            }
        }

        return new(data, type, id, retry);
    }

    public override void Write(Utf8JsonWriter writer, AppEvent<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Name(options, nameof(value.Data)));
        if (value.Data is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TJson.Write(writer, value.Data);
        }

        writer.WriteString(Name(options, nameof(value.EventType)), value.EventType);
        writer.WriteString(Name(options, nameof(value.Id)), value.Id);
        writer.WriteString(Name(options, nameof(value.Retry)), value.Retry?.ToString("c", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static string Name(JsonSerializerOptions options, string property) => options.PropertyNamingPolicy?.ConvertName(property) ?? property;
}
