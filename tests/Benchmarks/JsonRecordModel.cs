using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps;

/// <summary>The base of the candidate shapes that are records.</summary>
public abstract record JsonRecordModel : IJsonModel
{
    private ulong _assigned;

    protected void Assign(int member) => _assigned |= 1UL << member;

    public void WriteTo(Utf8JsonWriter writer)
    {
        JsonMemberWriter members = default;
        WriteMembers(ref members);
    }

    protected void ReadMembers(JsonMembers members, ref Utf8JsonReader reader) => ReadMember(members.Fit(reader), ref reader);

    protected abstract void WriteMembers(ref JsonMemberWriter writer);

    protected abstract void ReadMember(int member, ref Utf8JsonReader reader);
}
