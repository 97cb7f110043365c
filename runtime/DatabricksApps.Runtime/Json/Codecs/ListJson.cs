using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON arrays, read into an array of exactly their length.</summary>
/// <typeparam name="T">The C# type of an item.</typeparam>
/// <typeparam name="TJson">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListJson<T, TJson> : IJson<IReadOnlyList<T>>
    where TJson : IJson<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Leniency.IsNull(reader) ? null! : throw JsonFault.Expected(reader, "an array");
        }

        ArrayBuilder<T> items = default;
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(TJson.Read(ref reader));
            }

            return items.ToArray();
        }
        catch (JsonException exception) when (JsonFault.Passes(exception, items.Count.ToString(CultureInfo.InvariantCulture)))
        {
            throw;
        }
        finally
        {
            items.Dispose();
        }
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        if (TryGetSpan(value, out ReadOnlySpan<T> items))
        {
            foreach (T item in items)
            {
                TJson.Write(writer, item);
            }
        }
        else
        {
            for (int i = 0; i < value.Count; i++)
            {
                TJson.Write(writer, value[i]);
            }
        }

        writer.WriteEndArray();
    }

    // An interface's indexer is a call for each item, and a slow one on arrays.
    private static bool TryGetSpan(IReadOnlyList<T> value, out ReadOnlySpan<T> items)
    {
        items = value is T[] array ? array : value is List<T> list ? CollectionsMarshal.AsSpan(list) : default;
        return value.Count == items.Length;
    }

    /// <summary>Tells how well an array fits: as the item that fits worst.</summary>
    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return JsonFit.None;
        }

        int worst = int.MaxValue;
        while (worst > JsonFit.None && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            worst = Math.Min(worst, TJson.Fit(reader));
            reader.TrySkip();
        }

        return worst == int.MaxValue ? JsonFit.Kind : Math.Max(JsonFit.None, worst);
    }
}
