using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>A model whose further properties are secrets, as the generator writes it.</summary>
public sealed class Pins : JsonModel<long, Int64Json>, IJsonModel<Pins>
{
    private static readonly JsonMembers s_members = new(""u8, masksAdditional: true);

    private Pins(ref Utf8JsonReader reader) => ReadMembers(s_members, ref reader);

    static Pins IJsonModel<Pins>.ReadFrom(ref Utf8JsonReader reader) => JsonNull.IsUndeclared(ref reader) ? null! : new(ref reader);

    protected override void ReadMember(int member, ref Utf8JsonReader reader)
    {
    }

    protected override void WriteMembers(ref JsonMemberWriter writer) => writer.Begin(s_members);
}
