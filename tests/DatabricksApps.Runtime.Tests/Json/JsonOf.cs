using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>Reads and writes values by their codecs.</summary>
internal static class JsonOf
{
    public static T Read<T, TJson>(string json)
        where TJson : IJson<T> => JsonText.Read<T, TJson>(Encoding.UTF8.GetBytes(json));

    public static string Write<T, TJson>(T value)
        where TJson : IJson<T>
    {
        using PooledBuffer buffer = JsonText.Write<T, TJson>(value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Returns the message of the exception that reading throws.</summary>
    public static string Fault<T, TJson>(string json)
        where TJson : IJson<T> => Assert.Throws<JsonFault>(() => Read<T, TJson>(json)).Message;

    public static int Fit<T, TJson>(string json)
        where TJson : IJson<T>
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return TJson.Fit(reader);
    }
}
