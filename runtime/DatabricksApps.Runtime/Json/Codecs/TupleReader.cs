using System.Globalization;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Reads the items of an array of fixed length.</summary>
internal struct TupleReader
{
    private readonly int _length;
    private int _count;

    /// <summary>Begins.</summary>
    /// <param name="reader">Stands on the array's start.</param>
    /// <param name="length">How many items the array must have.</param>
    public TupleReader(in Utf8JsonReader reader, int length)
    {
        _length = length;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonFault.Expected(reader, Expected);
        }
    }

    private readonly string Expected => $"an array of {_length.ToString(CultureInfo.InvariantCulture)} items";

    public T Next<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            throw new JsonFault($"An array of {_count.ToString(CultureInfo.InvariantCulture)} items cannot be read as {Expected}.");
        }

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

    public readonly void End(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonFault($"A longer array cannot be read as {Expected}.");
        }
    }

    private static bool Passes(JsonException exception, int index) =>
        JsonFault.Passes(exception, index.ToString(CultureInfo.InvariantCulture));
}
