using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>The members of a generated model as they stand on the wire: one table a type.</summary>
/// <remarks>
/// The table is one UTF-8 text with a line a member, in the order of <c>ReadMember</c>'s numbers: a mark (<c>!</c>
/// required in a response, <c>?</c> written when assigned, a blank for the others), <c>*</c> if the value is a secret,
/// and the name. A backslash before a character of the name takes it as it is.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly Member[] _members;
    private readonly ulong[] _required;
    private readonly ulong[] _assignable;
    private readonly byte[]? _constantsJson;
    private JsonConstants?[]? _constants;
    private JsonEncodedText[]? _encodedNames;

    /// <summary>Reads the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="masksAdditional">Whether the values of members that are not in the table are secrets.</param>
    /// <param name="constants">The constants by which a union tells the model from its other cases (<see cref="JsonConstants"/>).</param>
    public JsonMembers(ReadOnlySpan<byte> table, bool masksAdditional = false, ReadOnlySpan<byte> constants = default)
    {
        MasksAdditional = masksAdditional;
        _constantsJson = constants.IsEmpty ? null : constants.ToArray();
        List<Member> members = [];
        while (table.Length > 0)
        {
            members.Add(ReadLine(ref table));
        }

        _members = [.. members];
        _required = Bits(member => member.IsRequired);
        _assignable = Bits(member => member.IsAssignable);
        HasSecrets = members.Exists(member => member.IsSecret);
    }

    internal int Count => _members.Length;

    /// <summary>Gets a bit a member that a response must have, 64 a word.</summary>
    internal ReadOnlySpan<ulong> Required => _required;

    /// <summary>Gets a bit a member that is written when assigned, 64 a word.</summary>
    internal ReadOnlySpan<ulong> Assignable => _assignable;

    internal bool HasSecrets { get; }

    /// <summary>Gets whether texts for people mask the members that are not in the table.</summary>
    internal bool MasksAdditional { get; }

    internal ref readonly Member this[int index] => ref _members[index];

    /// <summary>Returns the member of the property name that a reader stands on; -1 if there is none.</summary>
    /// <param name="reader">Stands on a property name.</param>
    /// <param name="expected">The member that is likely, since servers keep to the document's order.</param>
    internal int Find(ref Utf8JsonReader reader, int expected)
    {
        Member[] members = _members;
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            bool isText = LenientText.IsText(reader);
            for (int i = 0; i < members.Length && isText; i++)
            {
                if (reader.ValueTextEquals(members[i].Name))
                {
                    return i;
                }
            }

            return -1;
        }

        ReadOnlySpan<byte> name = reader.ValueSpan;
        if ((uint)expected < (uint)members.Length && name.SequenceEqual(members[expected].Name))
        {
            return expected;
        }

        return Find(name);
    }

    internal int Find(ReadOnlySpan<byte> name)
    {
        Member[] members = _members;
        for (int i = 0; i < members.Length; i++)
        {
            if (name.SequenceEqual(members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    internal JsonEncodedText[] EncodedNames()
    {
        if (_encodedNames is { } names)
        {
            return names;
        }

        names = new JsonEncodedText[_members.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = JsonEncodedText.Encode(_members[i].Name, JsonText.Encoder);
        }

        return _encodedNames = names;
    }

    /// <summary>Tells how well an object fits the members: by the names that it has and lacks, unless a constant contradicts.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    /// <returns>See <see cref="JsonFit"/>.</returns>
    public int Fit(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonFit.None;
        }

        JsonConstants?[]? constants = _constantsJson is null ? null : _constants ??= JsonConstants.Read(_constantsJson, this);
        int known = 0;
        int unknown = 0;
        int required = 0;
        int expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = Find(ref reader, expected);
            if (member >= 0)
            {
                known++;
                required += _members[member].IsRequired ? 1 : 0;
                expected = member + 1;
            }
            else
            {
                unknown++;
            }

            reader.Read();
            if (member >= 0 && constants?[member]?.Allow(reader) == false)
            {
                return JsonFit.Never;
            }

            reader.TrySkip();
        }

        return required < _members.Count(member => member.IsRequired)
            ? JsonFit.None
            : Math.Max(JsonFit.LeastOfObject, JsonFit.Kind + (known * JsonFit.KnownMember) - (unknown * JsonFit.UnknownMember));
    }

    private ulong[] Bits(Func<Member, bool> isSet)
    {
        ulong[] words = new ulong[Math.Max(1, (_members.Length + 63) / 64)];
        for (int i = 0; i < _members.Length; i++)
        {
            words[i >> 6] |= isSet(_members[i]) ? 1UL << i : 0;
        }

        return words;
    }

    private static Member ReadLine(ref ReadOnlySpan<byte> table)
    {
        byte mark = table[0];
        bool isSecret = table.Length > 1 && table[1] == '*';
        int i = isSecret ? 2 : 1;
        int end = table[i..].IndexOfAny((byte)'\n', (byte)'\\') + i;
        byte[] name;
        if (end < i || table[end] == '\n')
        {
            end = end < i ? table.Length : end;
            name = table[i..end].ToArray();
        }
        else
        {
            name = Unescape(table, i, out end);
        }

        table = end < table.Length ? table[(end + 1)..] : default;
        return new Member(name, mark == '!', mark == '?', isSecret);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> table, int start, out int end)
    {
        List<byte> name = [];
        for (end = start; end < table.Length && table[end] != '\n'; end++)
        {
            if (table[end] == '\\')
            {
                end++;
            }

            name.Add(table[end]);
        }

        return [.. name];
    }

    /// <summary>A member.</summary>
    /// <param name="Name">Its name on the wire.</param>
    /// <param name="IsRequired">Whether a response must have it.</param>
    /// <param name="IsAssignable">Whether it is written when assigned.</param>
    /// <param name="IsSecret">Whether texts for people mask it.</param>
    internal readonly record struct Member(byte[] Name, bool IsRequired, bool IsAssignable, bool IsSecret)
    {
        public string NameText => Encoding.UTF8.GetString(Name);
    }
}
