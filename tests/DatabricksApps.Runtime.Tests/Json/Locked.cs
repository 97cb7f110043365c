using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>A model with a secret, and with a point in time and a time of day, as the generator writes it.</summary>
public sealed class Locked : JsonModel, IJsonModel<Locked>
{
    private static readonly JsonMembers s_members = new(" *pin\n inner\n when\n at\n?until"u8);

    private long? _pin;
    private Locked? _inner;
    private DateTimeOffset? _when;
    private TimeOnly? _at;
    private DateTimeOffset? _until;

    public Locked()
    {
    }

    public Locked(Locked original)
        : base(original)
    {
        _pin = original._pin;
        _inner = original._inner;
        _when = original._when;
        _at = original._at;
        _until = original._until;
    }

    private Locked(ref Utf8JsonReader reader)
        : this() => ReadMembers(s_members, ref reader);

    public long? Pin { get => _pin; init => _pin = value; }

    public DateTimeOffset? When
    {
        get => _when;
        init
        {
            _when = value;
            Assign(2);
        }
    }

    public TimeOnly? At
    {
        get => _at;
        init
        {
            _at = value;
            Assign(3);
        }
    }

    public DateTimeOffset? Until
    {
        get => _until;
        init
        {
            _until = value;
            Assign(4);
        }
    }

    static Locked IJsonModel<Locked>.ReadFrom(ref Utf8JsonReader reader) =>
        JsonNull.IsUndeclared(ref reader) ? null! : new(ref reader);

    protected override void ReadMember(int member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case 0: _pin = Int64Json.ReadOrNull(ref reader); break;
            case 1: _inner = ModelJson<Locked>.Read(ref reader); break;
            case 2: _when = DateTimeJson.ReadOrNull(ref reader, this, 2); break;
            case 3: _at = TimeJson.ReadOrNull(ref reader, this, 3); break;
            case 4: _until = DateTimeJson.ReadOrNull(ref reader, this, 4); break;
        }
    }

    protected override void WriteMembers(ref JsonMemberWriter writer)
    {
        writer.Begin(s_members);
        writer.WriteOptionalInt64(_pin);
        writer.WriteOptionalModel(_inner);
        writer.WriteOptionalDateTime(_when);
        writer.WriteOptionalTime(_at);
        writer.WriteAssignedDateTimeOrNull(_until);
    }
}
