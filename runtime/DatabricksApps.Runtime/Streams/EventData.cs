using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads the data of an event.</summary>
internal static class EventData
{
    // WHATWG HTML §9.2.6: the type is that of the field unless the field is empty.
    public const string DefaultType = "message";

    /// <summary>Reads data that is JSON.</summary>
    public static T ReadJson<T, TJson>(string eventType, ReadOnlySpan<byte> data)
        where TJson : IJson<T> => JsonText.Read<T, TJson>(data, JsonLimits.MaxDepth);

    /// <summary>Reads data that is text: as it is, or, as FastAPI writes text, as one JSON string.</summary>
    public static string ReadText(string eventType, ReadOnlySpan<byte> data)
    {
        string text = Encoding.UTF8.GetString(data);
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        try
        {
            return ReadJson<string, StringJson>(eventType, data);
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            return text;
        }
    }

    /// <summary>Reads data of which nothing is known: JSON, or else its text.</summary>
    public static JsonElement ReadAny(ReadOnlySpan<byte> data)
    {
        if (JsonFailure.IsValid(data))
        {
            return ReadJson<JsonElement, AnyJson>("", data);
        }

        using PooledBuffer text = JsonText.Write<string, StringJson>(Encoding.UTF8.GetString(data));
        return ReadJson<JsonElement, AnyJson>("", text.WrittenSpan);
    }

    /// <summary>Gets the kind of event that a field names.</summary>
    public static string TypeOf(string field) => field.Length == 0 ? DefaultType : field;

    /// <summary>Wraps an item of the parser.</summary>
    public static AppEvent<T> ToEvent<T>(in SseItem<T> item) =>
        new(item.Data, TypeOf(item.EventType), item.EventId, item.ReconnectionInterval);
}
