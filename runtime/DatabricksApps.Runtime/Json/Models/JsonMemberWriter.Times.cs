using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <content>The kinds of members of which the model keeps what their text said of an offset.</content>
public ref partial struct JsonMemberWriter
{
    /// <summary>Writes a point in time that is always written.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        int member = _member;
        if (BeginsMasked(out JsonEncodedText text))
        {
            _writer.WriteString(text, JsonMask.Mask);
        }
        else
        {
            _writer.WritePropertyName(text);
            DateTimeJson.Write(_writer, value, KeptOffset.Find(_offsets, member));
        }
    }

    /// <summary>Writes a point in time or null, always.</summary>
    public void WriteDateTimeOrNull(DateTimeOffset? value)
    {
        if (value is { } item)
        {
            WriteDateTime(item);
        }
        else
        {
            WriteString(null);
        }
    }

    /// <summary>Writes a point in time unless it is null.</summary>
    public void WriteOptionalDateTime(DateTimeOffset? value)
    {
        if (value is { } item)
        {
            WriteDateTime(item);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a point in time if it was assigned.</summary>
    public void WriteAssignedDateTime(DateTimeOffset value)
    {
        if (IsAssigned(_member))
        {
            WriteDateTime(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a point in time or null if it was assigned.</summary>
    public void WriteAssignedDateTimeOrNull(DateTimeOffset? value)
    {
        if (IsAssigned(_member))
        {
            WriteDateTimeOrNull(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a time of day that is always written.</summary>
    public void WriteTime(TimeOnly value)
    {
        int member = _member;
        if (BeginsMasked(out JsonEncodedText text))
        {
            _writer.WriteString(text, JsonMask.Mask);
        }
        else
        {
            _writer.WritePropertyName(text);
            TimeJson.Write(_writer, value, KeptOffset.Find(_offsets, member));
        }
    }

    /// <summary>Writes a time of day or null, always.</summary>
    public void WriteTimeOrNull(TimeOnly? value)
    {
        if (value is { } item)
        {
            WriteTime(item);
        }
        else
        {
            WriteString(null);
        }
    }

    /// <summary>Writes a time of day unless it is null.</summary>
    public void WriteOptionalTime(TimeOnly? value)
    {
        if (value is { } item)
        {
            WriteTime(item);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a time of day if it was assigned.</summary>
    public void WriteAssignedTime(TimeOnly value)
    {
        if (IsAssigned(_member))
        {
            WriteTime(value);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a time of day or null if it was assigned.</summary>
    public void WriteAssignedTimeOrNull(TimeOnly? value)
    {
        if (IsAssigned(_member))
        {
            WriteTimeOrNull(value);
        }
        else
        {
            _member++;
        }
    }
}
