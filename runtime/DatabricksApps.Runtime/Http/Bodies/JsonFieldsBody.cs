using System.ComponentModel;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>A JSON object whose properties are parameters of the method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonFieldsBody : FieldsBody
{
    private readonly PooledBuffer _json = new();
    private readonly JsonWriterCache.Lease _lease;
    private int _fields;

    internal JsonFieldsBody(bool isRequired)
        : base(isRequired)
    {
        _lease = JsonWriterCache.Rent(_json);
        _lease.Writer.WriteStartObject();
    }

    private protected override int Extent => _fields;

    /// <summary>Adds a property; null adds nothing.</summary>
    public void Add<T, TJson>(string name, T? value)
        where TJson : IJson<T>
    {
        if (value is not null)
        {
            AddOrNull<T, TJson>(name, value);
        }
    }

    /// <summary>Adds a property, also if it is null.</summary>
    public void AddOrNull<T, TJson>(string name, T value)
        where TJson : IJson<T>
    {
        _fields++;
        _lease.Writer.WritePropertyName(name);
        TJson.Write(_lease.Writer, value);
    }

    internal override HttpContent ToContent(string mediaType)
    {
        _lease.Writer.WriteEndObject();
        _lease.Return();
        return new PooledContent(_json, mediaType);
    }
}
