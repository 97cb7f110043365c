using System.ComponentModel;
using System.Text.Json;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>An event as it came, whose kind says what its data is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EventContent
{
    private readonly ReadOnlySpan<byte> _data;

    internal EventContent(string eventType, ReadOnlySpan<byte> data)
    {
        EventType = eventType;
        _data = data;
    }

    /// <summary>Gets the kind of event.</summary>
    public string EventType { get; }

    /// <summary>Reads the data as JSON.</summary>
    public T ReadJson<T, TJson>()
        where TJson : IJson<T> => EventData.ReadJson<T, TJson>(EventType, _data) is { } value ? value : throw JsonFault.NoCase();

    /// <summary>Reads the data as text.</summary>
    public string ReadText() => EventData.ReadText(EventType, _data);

    /// <summary>Reads the data of a kind of event that the document does not know: JSON, or its text.</summary>
    public JsonElement ReadAny() => EventData.ReadAny(_data);
}

/// <summary>Reads an event.</summary>
/// <param name="content">The event.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T EventReader<T>(EventContent content);
