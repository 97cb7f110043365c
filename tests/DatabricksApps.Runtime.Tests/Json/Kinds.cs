using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>A model with a member of each kind that has methods of its own, always written, optional and written when assigned.</summary>
public sealed class Kinds : JsonModel
{
    private static readonly JsonMembers s_members = new(
        "!text\n text2\n?text3\n!uri\n uri2\n?uri3\n!model\n model2\n?model3\n!number\n number2\n?number3\n!flag\n flag2\n?flag3\n!time\n time2\n?time3"u8);

    private static readonly JsonMembers s_secretMembers = new(
        "!*text\n *text2\n?*text3\n!*uri\n *uri2\n?*uri3\n!*model\n *model2\n?*model3\n!*number\n *number2\n?*number3\n!*flag\n *flag2\n?*flag3\n!*time\n *time2\n?*time3"u8);

    private static readonly int[] s_assignable = [2, 5, 8, 11, 14, 17];

    public bool AreSecret { get; init; }

    public string? Text { get; init; }

    public Uri? Uri { get; init; }

    public Order? Model { get; init; }

    public long? Number { get; init; }

    public bool? Flag { get; init; }

    public DateTimeOffset? Time { get; init; }

    public Kinds Assigned()
    {
        foreach (int member in s_assignable)
        {
            Assign(member);
        }

        return this;
    }

    protected override void ReadMember(int member, ref Utf8JsonReader reader) => throw new NotSupportedException();

    protected override void WriteMembers(ref JsonMemberWriter writer)
    {
        writer.Begin(AreSecret ? s_secretMembers : s_members);
        writer.WriteString(Text);
        writer.WriteOptionalString(Text);
        writer.WriteAssignedString(Text);
        writer.WriteUri(Uri);
        writer.WriteOptionalUri(Uri);
        writer.WriteAssignedUri(Uri);
        writer.WriteModel(Model);
        writer.WriteOptionalModel(Model);
        writer.WriteAssignedModel(Model);
        writer.WriteInt64(Number ?? 0);
        writer.WriteOptionalInt64(Number);
        writer.WriteAssignedInt64(Number ?? 0);
        writer.WriteBoolean(Flag ?? false);
        writer.WriteOptionalBoolean(Flag);
        writer.WriteAssignedBoolean(Flag ?? false);
        writer.WriteDateTime(Time ?? default);
        writer.WriteOptionalDateTime(Time);
        writer.WriteAssignedDateTime(Time ?? default);
    }
}
