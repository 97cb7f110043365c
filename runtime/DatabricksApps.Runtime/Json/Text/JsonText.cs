using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON text of values: to send, to compare, to show.</summary>
internal static class JsonText
{
    /// <summary>How many characters of a value <c>ToString</c> shows.</summary>
    private const int ShownLength = 1000;

    /// <summary>Gets the encoder of all that is sent: it escapes what JSON demands and nothing for HTML.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Reads the one value of a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="maxDepth">How deep objects and arrays may nest.</param>
    /// <exception cref="JsonException">The text is not JSON, has more than one value, or its value does not fit.</exception>
    public static T Read<T, TJson>(ReadOnlySpan<byte> utf8, int maxDepth = 256)
        where TJson : IJson<T>
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        T value = TJson.Read(ref reader);

        // A second value makes the reader throw.
        reader.Read();
        return value;
    }

    /// <summary>Reads the one value of a text in pieces, which only a large one stays.</summary>
    /// <exception cref="JsonException">The text is not JSON, has more than one value, or its value does not fit.</exception>
    public static T Read<T, TJson>(in ReadOnlySequence<byte> utf8, int maxDepth)
        where TJson : IJson<T>
    {
        const int large = 256 * 1024;
        if (utf8.IsSingleSegment || utf8.Length < large)
        {
            return Read<T, TJson>(utf8.IsSingleSegment ? utf8.FirstSpan : utf8.ToArray(), maxDepth);
        }

        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        T value = TJson.Read(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Writes a value into a pooled buffer, which the caller gives back.</summary>
    public static PooledBuffer Write<T, TJson>(T value)
        where TJson : IJson<T>
    {
        PooledBuffer buffer = new();
        try
        {
            JsonWriterCache.Lease lease = JsonWriterCache.Rent(buffer);
            TJson.Write(lease.Writer, value);
            lease.Return();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Returns the text for people: shortened, and with its secrets masked.</summary>
    public static string Show<T>(T model)
        where T : IJsonModel, IJsonModel<T> => Show(model.WriteTo);

    internal static string Show(Action<Utf8JsonWriter> write)
    {
        using PooledBuffer buffer = new();
        using (JsonMask.Begin(buffer, out Utf8JsonWriter writer))
        {
            write(writer);
        }

        ReadOnlySpan<byte> utf8 = buffer.WrittenSpan;
        string text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, ShownLength)]);
        return utf8.Length > ShownLength ? text.TrimEnd('\uFFFD') + "…" : text;
    }
}
