using System.Buffers;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A value that edits change: JSON as it came, taken apart only where an edit leads.</summary>
/// <remarks>
/// Strings grow by their end, a thousand times in one answer of a chat. So an opened string keeps its JSON with room behind it,
/// into which the JSON of what is appended is copied: neither is read before somebody asks for the value.
/// </remarks>
internal sealed class OutputValue(ReadOnlySequence<byte> json)
{
    private ReadOnlySequence<byte> _json = json;
    private byte[]? _text;
    private int _textLength;
    private List<OutputValue>? _items;
    private Dictionary<string, OutputValue>? _members;
    private bool? _isUpdate;

    /// <summary>Gets the items of an array, opened; null: it is none.</summary>
    public List<OutputValue>? Items
    {
        get
        {
            if (IsClosed && JsonSlices.KindOf(_json) == JsonTokenType.StartArray)
            {
                _items = [.. JsonSlices.Items(_json).Select(item => new OutputValue(item))];
            }

            return _items;
        }
    }

    /// <summary>Gets the members of an object, opened; null: it is none.</summary>
    public Dictionary<string, OutputValue>? Members
    {
        get
        {
            if (IsClosed && JsonSlices.KindOf(_json) == JsonTokenType.StartObject)
            {
                _members = new(StringComparer.Ordinal);
                foreach (KeyValuePair<string, ReadOnlySequence<byte>> member in JsonSlices.Members(_json))
                {
                    _members[member.Key] = new OutputValue(member.Value);
                }
            }

            return _members;
        }
    }

    private bool IsClosed => _text is null && _items is null && _members is null;

    /// <summary>Gets the JSON; of a string it is good until the next edit.</summary>
    public ReadOnlySequence<byte> ToJson()
    {
        if (_text is not null)
        {
            _text[_textLength] = (byte)'"';
            return new ReadOnlySequence<byte>(_text, 0, _textLength + 1);
        }

        if (IsClosed)
        {
            return _json;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.Encoder, SkipValidation = true }))
        {
            WriteTo(writer);
        }

        return new ReadOnlySequence<byte>(buffer.WrittenMemory);
    }

    /// <summary>Tells whether the value is a change of the app's page, which holds a value or none.</summary>
    public bool IsUpdate(out OutputValue? value)
    {
        if (!IsClosed)
        {
            value = _members?.GetValueOrDefault("value");
            return _members is not null && _members.TryGetValue("__type__", out OutputValue? kind) && JsonSlices.Text(kind.ToJson()) == "update";
        }

        // Asked for at every value that a generator yields, of outputs too that do not change.
        _isUpdate ??= JsonSlices.KindOf(_json) == JsonTokenType.StartObject && JsonSlices.Member(_json, "__type__") is { } type && JsonSlices.Text(type) == "update";
        value = _isUpdate.Value && JsonSlices.Member(_json, "value") is { } held ? new OutputValue(held) : null;
        return _isUpdate.Value;
    }

    public void Replace(in ReadOnlySequence<byte> json)
    {
        (_json, _text, _items, _members, _isUpdate) = (json, null, null, null, null);
    }

    /// <summary>Appends a string to a string, or the items of an array to an array, as Python adds them.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public void Append(in ReadOnlySequence<byte> operand)
    {
        JsonTokenType kind = JsonSlices.KindOf(operand);
        if (kind == JsonTokenType.StartArray && Items is { } items)
        {
            items.AddRange(JsonSlices.Items(operand).Select(item => new OutputValue(item)));
            return;
        }

        if (kind != JsonTokenType.String || !(_text is not null || (IsClosed && JsonSlices.KindOf(_json) == JsonTokenType.String)))
        {
            throw new JsonException("An edit appends to a streamed value that is no string.");
        }

        if (_text is null)
        {
            _text = new byte[checked((int)_json.Length + 256)];
            _json.CopyTo(_text);
            _textLength = (int)_json.Length - 1;
        }

        // Without the quotes.
        int added = checked((int)operand.Length - 2);
        if (_textLength + added + 1 > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Math.Max((long)_text.Length * 2, _textLength + added + 1), Array.MaxLength));
        }

        operand.Slice(1, added).CopyTo(_text.AsSpan(_textLength));
        _textLength += added;
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        if (_items is not null)
        {
            writer.WriteStartArray();
            _items.ForEach(item => item.WriteTo(writer));
            writer.WriteEndArray();
        }
        else if (_members is not null)
        {
            writer.WriteStartObject();
            foreach (KeyValuePair<string, OutputValue> member in _members)
            {
                writer.WritePropertyName(member.Key);
                member.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteRawValue(ToJson(), skipInputValidation: true);
        }
    }
}
