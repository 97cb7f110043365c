using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps;

/// <summary>The base of the generated models of JSON objects.</summary>
/// <remarks>
/// What you set is what is sent: a property that was assigned is written, one that was not is left out. Properties
/// that the document doesn't know are kept and written again. Two models are equal if they write the same JSON. A
/// model never changes: a changed one is a copy, <c>new Item(item) { Name = "x" }</c>.
/// </remarks>
public abstract class JsonModel : IJsonModel, IEquatable<JsonModel>
{
    private ulong _assigned;
    private ModelRest? _rest;

    /// <summary>Initializes a model without assigned members.</summary>
    protected JsonModel()
    {
    }

    /// <summary>Initializes a copy: what was assigned in the original is assigned in the copy.</summary>
    /// <param name="original">The model to copy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    protected JsonModel(JsonModel original)
    {
        ArgumentNullException.ThrowIfNull(original);
        _assigned = original._assigned;
        _rest = original._rest;
    }

    /// <summary>Gets the properties that the document doesn't know; they are written behind the others.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => _rest?.AdditionalProperties ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        init => _rest = new ModelRest(_rest?.Assigned, value, _rest?.Offsets);
    }

    /// <summary>Writes the model as a JSON object.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        JsonMemberWriter members = new(writer, _assigned, _rest?.Assigned, _rest?.Offsets);
        WriteMembers(ref members);
        WriteAdditional(writer, members.Members);
        writer.WriteEndObject();
    }

    /// <summary>Tells whether the other model is of the same type and writes the same JSON.</summary>
    /// <param name="other">The other model.</param>
    public bool Equals(JsonModel? other) =>
        ReferenceEquals(this, other)
        || (other is not null && GetType() == other.GetType() && JsonEquality.AreEqual(WriteTo, other.WriteTo));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as JsonModel);

    /// <summary>Returns a hash of the JSON.</summary>
    public sealed override int GetHashCode() => JsonEquality.GetHashCode(WriteTo);

    /// <summary>Tells whether two models are of one type and write the same JSON.</summary>
    /// <param name="left">A model.</param>
    /// <param name="right">The other model.</param>
    public static bool operator ==(JsonModel? left, JsonModel? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Tells whether two models are of different types or write different JSON.</summary>
    /// <param name="left">A model.</param>
    /// <param name="right">The other model.</param>
    public static bool operator !=(JsonModel? left, JsonModel? right) => !(left == right);

    /// <summary>Returns the JSON, shortened, with the secrets masked.</summary>
    public sealed override string ToString() => JsonText.Show(WriteTo);

    /// <summary>Writes the members: one call a member, in the order of the table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void WriteMembers(ref JsonMemberWriter writer);

    /// <summary>Reads the value of a member.</summary>
    /// <param name="member">The member's line in the table.</param>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void ReadMember(int member, ref Utf8JsonReader reader);

    /// <summary>Notes that a member was assigned.</summary>
    /// <param name="member">The member's line in the table.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Assign(int member)
    {
        if (member < 64)
        {
            _assigned |= 1UL << member;
        }
        else
        {
            int word = (member >> 6) - 1;
            ulong[] words = new ulong[Math.Max(word + 1, _rest?.Assigned?.Length ?? 0)];
            _rest?.Assigned?.CopyTo(words, 0);
            words[word] |= 1UL << member;
            _rest = new ModelRest(words, _rest?.AdditionalProperties, _rest?.Offsets);
        }

        Forget(member);
    }

    /// <summary>Whether a member was assigned.</summary>
    /// <param name="member">The member's line in the table.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsAssigned(int member) => AssignedMembers.Contains(_assigned, _rest?.Assigned, member);

    /// <summary>Reads the object.</summary>
    /// <param name="members">The type's table.</param>
    /// <param name="reader">Stands on the object's start, and afterwards on its end.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void ReadMembers(JsonMembers members, ref Utf8JsonReader reader)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected(reader, $"the object {GetType().Name}");
        }

        ulong seen = 0;
        ulong[]? seenBeyond = members.Count > 64 ? new ulong[members.Required.Length - 1] : null;
        List<KeyValuePair<string, JsonElement>>? additional = null;
        int member = -1;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                member = members.Find(ref reader, member + 1);
                if (member < 0)
                {
                    ReadAdditional(members, ref reader, ref additional);
                    continue;
                }

                reader.Read();
                ReadMember(member, ref reader);
                if (member < 64)
                {
                    seen |= 1UL << member;
                }
                else
                {
                    seenBeyond![(member >> 6) - 1] |= 1UL << member;
                }
            }
        }
        catch (JsonException exception) when (
            member >= 0 && JsonFault.Passes(exception, GetType(), members[member].NameText, members[member].IsSecret))
        {
            throw;
        }

        Complete(members, seen, seenBeyond);
        if (seenBeyond is not null || additional is not null)
        {
            _rest = new ModelRest(seenBeyond, additional is null ? null : JsonMap<JsonElement>.Create([.. additional]), _rest?.Offsets);
        }
    }

    /// <summary>Keeps what a member's C# type cannot hold of its offset; null: nothing. Of properties of one name, the last counts.</summary>
    internal void Keep(int member, string? offset)
    {
        Forget(member);
        if (offset is not null)
        {
            Keep(KeptOffset.Add(_rest?.Offsets, member, offset));
        }
    }

    /// <summary>Reads a property that the document doesn't know.</summary>
    /// <returns>False: the base keeps it.</returns>
    private protected virtual bool ReadAdditional(JsonMembers members, string name, ref Utf8JsonReader reader) => false;

    private protected virtual void WriteAdditional(Utf8JsonWriter writer, JsonMembers members)
    {
        if (_rest?.AdditionalProperties is { Count: > 0 } additional)
        {
            foreach (KeyValuePair<string, JsonElement> property in additional)
            {
                if (members.Find(Encoding.UTF8.GetBytes(property.Key)) < 0)
                {
                    writer.WritePropertyName(property.Key);
                    if (members.MasksAdditional && JsonMask.Masks(writer))
                    {
                        writer.WriteStringValue(JsonMask.Mask);
                        continue;
                    }

                    AnyJson.Write(writer, property.Value);
                }
            }
        }
    }

    private void Forget(int member)
    {
        if (KeptOffset.Find(_rest?.Offsets, member) is not null)
        {
            Keep(KeptOffset.Remove(_rest?.Offsets, member));
        }
    }

    private void Keep(KeptOffset? offsets) => _rest = _rest is { Assigned: null, AdditionalProperties: null } or null
        ? offsets?.Alone
        : new ModelRest(_rest.Assigned, _rest.AdditionalProperties, offsets);

    private void Complete(JsonMembers members, ulong seen, ulong[]? seenBeyond)
    {
        _assigned = seen & members.Assignable[0];
        bool isComplete = (members.Required[0] & ~seen) == 0;
        for (int i = 0; i < seenBeyond?.Length; i++)
        {
            isComplete &= (members.Required[i + 1] & ~seenBeyond[i]) == 0;
        }

        if (!isComplete)
        {
            throw MissingMembers.Fault(members, seen, seenBeyond, GetType());
        }
    }

    private void ReadAdditional(JsonMembers members, ref Utf8JsonReader reader, ref List<KeyValuePair<string, JsonElement>>? additional)
    {
        string name = LenientText.Read(reader);
        reader.Read();
        if (!ReadAdditional(members, name, ref reader))
        {
            additional ??= [];
            additional.Add(new(name, AnyJson.Read(ref reader)));
        }
    }
}
