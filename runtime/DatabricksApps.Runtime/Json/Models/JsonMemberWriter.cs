using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Writes the members of a model, which come in the order of its table.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonMemberWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly ulong _assigned;
    private readonly ulong[]? _assignedBeyond;
    private readonly KeptOffset? _offsets;
    private JsonEncodedText[] _names;
    private int _member;
    private bool _masks;

    internal JsonMemberWriter(Utf8JsonWriter writer, ulong assigned, ulong[]? assignedBeyond, KeptOffset? offsets)
    {
        _writer = writer;
        _assigned = assigned;
        _assignedBeyond = assignedBeyond;
        _offsets = offsets;
        _names = [];
        Members = null!;
    }

    internal JsonMembers Members { get; private set; }

    /// <summary>Names the table; comes first.</summary>
    public void Begin(JsonMembers members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Members = members;
        _names = members.EncodedNames();
        _masks = members.HasSecrets && JsonMask.Masks(_writer);
    }

    /// <summary>Writes a member that is always written.</summary>
    public void Write<T, TJson>(T value)
        where TJson : IJson<T>
    {
        int member = _member++;
        _writer.WritePropertyName(_names[member]);
        if (_masks && Members[member].IsSecret)
        {
            _writer.WriteStringValue(JsonMask.Mask);
        }
        else
        {
            TJson.Write(_writer, value);
        }
    }

    /// <summary>Writes a member unless it is null.</summary>
    public void WriteOptional<T, TJson>(T? value)
        where T : class
        where TJson : IJson<T>
    {
        if (value is null)
        {
            _member++;
        }
        else
        {
            Write<T, TJson>(value);
        }
    }

    /// <summary>Writes a member of a value type unless it is null.</summary>
    public void WriteOptionalValue<T, TJson>(T? value)
        where T : struct
        where TJson : IJson<T>
    {
        if (value is { } item)
        {
            Write<T, TJson>(item);
        }
        else
        {
            _member++;
        }
    }

    /// <summary>Writes a member if it was assigned.</summary>
    public void WriteAssigned<T, TJson>(T value)
        where TJson : IJson<T>
    {
        if (IsAssigned(_member))
        {
            Write<T, TJson>(value);
        }
        else
        {
            _member++;
        }
    }

    private readonly bool IsAssigned(int member) => AssignedMembers.Contains(_assigned, _assignedBeyond, member);
}
