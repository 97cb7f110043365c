using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <content>The kinds of members that are most, each by a method of its own: neither the compiler nor the JIT has to make one.</content>
public ref partial struct JsonMemberWriter
{
    /// <summary>Writes a string that is always written.</summary>
    public void WriteString(string? value)
    {
        if (BeginsMasked(out JsonEncodedText name))
        {
            _writer.WriteString(name, JsonMask.Mask);
        }
        else
        {
            _writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a string unless it is null.</summary>
    public void WriteOptionalString(string? value)
    {
        if (value is not null)
        {
            WriteString(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a string if it was assigned.</summary>
    public void WriteAssignedString(string? value)
    {
        if (IsAssigned(_member))
        {
            WriteString(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a URI that is always written.</summary>
    public void WriteUri(Uri? value)
    {
        if (BeginsMasked(out JsonEncodedText name))
        {
            _writer.WriteString(name, JsonMask.Mask);
        }
        else
        {
            _writer.WriteString(name, value is null ? null : UriText.Of(value));
        }
    }

    /// <summary>Writes a URI unless it is null.</summary>
    public void WriteOptionalUri(Uri? value)
    {
        if (value is not null)
        {
            WriteUri(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a URI if it was assigned.</summary>
    public void WriteAssignedUri(Uri? value)
    {
        if (IsAssigned(_member))
        {
            WriteUri(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a model that is always written.</summary>
    public void WriteModel(JsonModel? value)
    {
        if (BeginsMasked(out JsonEncodedText name))
        {
            _writer.WriteString(name, JsonMask.Mask);
        }
        else
        {
            _writer.WritePropertyName(name);
            if (value is null)
            {
                _writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(_writer);
            }
        }
    }

    /// <summary>Writes a model unless it is null.</summary>
    public void WriteOptionalModel(JsonModel? value)
    {
        if (value is not null)
        {
            WriteModel(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a model if it was assigned.</summary>
    public void WriteAssignedModel(JsonModel? value)
    {
        if (IsAssigned(_member))
        {
            WriteModel(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes an integer that is always written.</summary>
    public void WriteInt64(long value)
    {
        if (BeginsMasked(out JsonEncodedText name))
        {
            _writer.WriteString(name, JsonMask.Mask);
        }
        else
        {
            _writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes an integer unless it is null.</summary>
    public void WriteOptionalInt64(long? value)
    {
        if (value is { } item)
        {
            WriteInt64(item);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes an integer if it was assigned.</summary>
    public void WriteAssignedInt64(long value)
    {
        if (IsAssigned(_member))
        {
            WriteInt64(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a Boolean that is always written.</summary>
    public void WriteBoolean(bool value)
    {
        if (BeginsMasked(out JsonEncodedText name))
        {
            _writer.WriteString(name, JsonMask.Mask);
        }
        else
        {
            _writer.WriteBoolean(name, value);
        }
    }

    /// <summary>Writes a Boolean unless it is null.</summary>
    public void WriteOptionalBoolean(bool? value)
    {
        if (value is { } item)
        {
            WriteBoolean(item);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a Boolean if it was assigned.</summary>
    public void WriteAssignedBoolean(bool value)
    {
        if (IsAssigned(_member))
        {
            WriteBoolean(value);
        }
        else
        {
            _member++;
        }
    }

    private bool BeginsMasked(out JsonEncodedText name)
    {
        int member = _member++;
        name = _names[member];
        return _masks && Members[member].IsSecret;
    }
}
