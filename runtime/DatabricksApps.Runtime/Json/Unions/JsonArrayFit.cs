using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Tells how well an array fits whose items have a type each: as the item that fits worst.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonArrayFit
{
    private int _worst;

    /// <summary>Begins.</summary>
    /// <param name="reader">Stands on the value's first token.</param>
    public JsonArrayFit(in Utf8JsonReader reader) => _worst = reader.TokenType == JsonTokenType.StartArray ? JsonFit.Exact : JsonFit.None;

    /// <summary>Takes an item that must be there.</summary>
    public void Next<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        if (_worst > JsonFit.None && !TryNext<T, TJson>(ref reader))
        {
            _worst = JsonFit.None;
        }
    }

    /// <summary>Takes all other items.</summary>
    /// <returns>How well the array fits.</returns>
    public int Rest<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        while (_worst > JsonFit.None && TryNext<T, TJson>(ref reader))
        {
        }

        return Math.Max(JsonFit.None, _worst);
    }

    /// <summary>Tells how well an array fits that has no other items.</summary>
    internal readonly int End(ref Utf8JsonReader reader) =>
        _worst > JsonFit.None && reader.Read() && reader.TokenType == JsonTokenType.EndArray ? _worst : JsonFit.None;

    private bool TryNext<T, TJson>(ref Utf8JsonReader reader)
        where TJson : IJson<T>
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        _worst = Math.Min(_worst, TJson.Fit(reader));
        reader.TrySkip();
        return true;
    }
}
