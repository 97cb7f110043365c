using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Tells the types that are gone, with the members by which code may go on from them.</summary>
internal static class GoneTypes
{
    /// <summary>Gets a change for each type that is gone, whatever else tells it.</summary>
    public static IEnumerable<Change> Changes(EquatableArray<Fact> before, FactIndex now) =>
        before.Where(fact => fact.Kind == FactKind.Type && now.Same(fact) is null).Select(ChangeOf);

    public static IEnumerable<GoneTypeModel> Of(MarkContext context, IReadOnlyList<Change> changes)
    {
        foreach (Fact gone in context.Was.Of(FactKind.Type).Where(type => !context.IsTaken(type.Owner)))
        {
            if (KindOf(gone) is not { } kind)
            {
                continue;
            }

            // A type that became one value is told by the values that it lost.
            Change change = changes.FirstOrDefault(one => one.Before == gone) ?? ChangeOf(gone);
            string text = context.Text(change, change.After is { } after ? $"Use {after.Name}" : (Diagnostics.MessageText)$"Nothing takes or gives it any more");
            yield return new GoneTypeModel(kind, gone.Owner, MembersOf(context, gone).ToEquatableArray(), text);
        }
    }

    private static Change ChangeOf(Fact gone) => new("type.removed", gone, null, $"the type {gone.Owner} is gone");

    /// <summary>Gets what a type was; null: nothing that can be shown once it is gone.</summary>
    public static TypeKind? KindOf(Fact type) => type.Type switch
    {
        "object" => TypeKind.Object,
        ['e', 'n', 'u', 'm', ..] => TypeKind.Enum,
        ['u', 'n', 'i', 'o', 'n', ..] => TypeKind.Union,
        _ => null,
    };

    private static IEnumerable<GoneMemberModel> MembersOf(MarkContext context, Fact type) =>
        new[] { FactKind.Member, FactKind.Value, FactKind.Case }
            .SelectMany(kind => context.Was.Of(kind, type.Owner))
            .Where(member => member.Name.Length > 0)
            .GroupBy(member => member.Name)
            .Select(same => GoneMembers.Of(context, same.First(), ""));
}
