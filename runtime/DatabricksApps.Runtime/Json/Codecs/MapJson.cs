using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON objects with properties of any name and values of one type.</summary>
/// <typeparam name="T">The C# type of a value.</typeparam>
/// <typeparam name="TJson">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MapJson<T, TJson> : IJson<IReadOnlyDictionary<string, T>>
    where TJson : IJson<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Leniency.IsNull(reader) ? null! : throw JsonFault.Expected(reader, "an object");
        }

        ArrayBuilder<KeyValuePair<string, T>> entries = default;
        string key = "";
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                key = reader.GetString()!;
                reader.Read();
                entries.Add(new(key, TJson.Read(ref reader)));
            }

            return JsonMap<T>.Create(entries.ToArray());
        }
        catch (JsonException exception) when (JsonFault.Passes(exception, $"'{key}'"))
        {
            throw;
        }
        finally
        {
            entries.Dispose();
        }
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        switch (value)
        {
            // Without the enumerator that the interface allocates.
            case JsonMap<T> map:
                foreach (KeyValuePair<string, T> entry in map.Entries)
                {
                    Write(writer, entry);
                }

                break;
            case Dictionary<string, T> dictionary:
                foreach (KeyValuePair<string, T> entry in dictionary)
                {
                    Write(writer, entry);
                }

                break;
            default:
                foreach (KeyValuePair<string, T> entry in value)
                {
                    Write(writer, entry);
                }

                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, in KeyValuePair<string, T> entry)
    {
        writer.WritePropertyName(entry.Key);
        TJson.Write(writer, entry.Value);
    }

    /// <summary>Tells how well an object fits: as the value that fits worst, and less than an object that has the members.</summary>
    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonFit.None;
        }

        int worst = int.MaxValue;
        while (worst > JsonFit.None && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            reader.Read();
            worst = Math.Min(worst, TJson.Fit(reader));
            reader.TrySkip();
        }

        return worst == int.MaxValue ? JsonFit.Kind
            : worst <= JsonFit.None ? JsonFit.None
            : JsonFit.IsSpelledOtherwise(worst) ? worst
            : worst > JsonFit.Kind ? JsonFit.Kind - JsonFit.UnknownMember
            : JsonFit.Kind - (2 * JsonFit.UnknownMember);
    }
}
