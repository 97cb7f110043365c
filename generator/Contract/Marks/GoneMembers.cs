using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Tells the members of types that are gone.</summary>
internal static class GoneMembers
{
    /// <param name="context">What is known of the document.</param>
    /// <param name="member">The member as it was.</param>
    /// <param name="text">What became of it.</param>
    public static GoneMemberModel Of(MarkContext context, Fact member, string text) => new(
        member.Kind switch
        {
            FactKind.Value => GoneMemberKind.Value,
            FactKind.Case => GoneMemberKind.Case,
            _ => context.Was.Owner(member) is { } owner && GoneTypes.KindOf(owner) == TypeKind.Union ? GoneMemberKind.UnionProperty : GoneMemberKind.Property,
        },
        member.Owner,
        member.Name,
        TypeOf(context, member),
        text)
    {
        Converts = member.Kind == FactKind.Case && Converts(context, member),
    };

    // To lists and maps, which are interfaces, C# lets nobody add a conversion; and cases of one type share theirs.
    private static bool Converts(MarkContext context, Fact member) =>
        TypeOf(context, member) is { Kind: not (TypeKind.List or TypeKind.Map) } type
        && (context.Type(member.Owner) is not UnionTypeModel union || union.Cases.All(one => !one.Type.Equals(type)))
        && context.Was.Of(FactKind.Case, member.Owner).First(other => TypeOf(context, other).Equals(type)) == member;

    /// <summary>Tells whether a type has a member of this name now, which then means something else.</summary>
    public static bool IsTaken(TypeModel type, string name) => type.Name == name || type switch
    {
        ObjectTypeModel model => model.Properties.Any(property => property.Name == name),
        EnumTypeModel model => model.Values.Any(value => value.Name == name),
        UnionTypeModel model => model.Cases.Any(one => one.Name == name) || model.Members.Any(member => member.Name == name),
        _ => true,
    };

    // What is optional may have no value, whatever the document says of null.
    private static TypeRef TypeOf(MarkContext context, Fact member) => member.Kind switch
    {
        FactKind.Value => TypeRef.Named(TypeKind.Enum, member.Owner),
        FactKind.Case => context.TypeNames.Read(member.Part),
        _ => context.TypeNames.Read(member.Type ?? "") is var type && member.Has("optional") && member.Get(BoundText.Default) is null ? type.AsNullable() : type,
    };
}
