using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Reads an array whose first items have a type each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonArrayReader
{
    private readonly int _length;
    private int _count;

    /// <summary>Begins.</summary>
    /// <param name="reader">Stands on the array's start.</param>
    /// <param name="length">How many items the array must have at least.</param>
    public JsonArrayReader(ref Utf8JsonReader reader, int length)
    {
        _length = length;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonFault.Expected(reader, Expected);
        }
    }

    private readonly string Expected => $"an array of at least {_length.ToString(CultureInfo.InvariantCulture)} items";

    /// <summary>Reads the next item.</summary>
    public T Next<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray
            ? throw new JsonFault($"An array of {_count.ToString(CultureInfo.InvariantCulture)} items cannot be read as {Expected}.")
            : Read<T, TJson>(ref reader);
    }

    /// <summary>Reads the items that are left.</summary>
    /// <returns>The items; the reader stands on the array's end.</returns>
    public IReadOnlyList<T> Rest<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        List<T>? rest = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            (rest ??= []).Add(Read<T, TJson>(ref reader));
        }

        return rest ?? (IReadOnlyList<T>)[];
    }

    private T Read<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        try
        {
            T value = TJson.Read(ref reader);
            _count++;
            return value;
        }
        catch (JsonException exception) when (Passes(exception, _count))
        {
            throw;
        }
    }

    private static bool Passes(JsonException exception, int index) =>
        JsonFault.Passes(exception, index.ToString(CultureInfo.InvariantCulture));
}
