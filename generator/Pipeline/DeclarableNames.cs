using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>Leaves out of what is gone whatever cannot be declared: the names come from a lock, which anyone may have edited.</summary>
internal static class DeclarableNames
{
    private const string Async = "Async";

    public static ChangesModel Keep(ChangesModel changes) => changes with
    {
        Methods = changes.Methods.Where(IsDeclarable).ToEquatableArray(),
        Groups = changes.Groups.Where(group => IsFree(group.PropertyName, ReservedNames.ClientMembers) && Words.IsIdentifier(group.ClassName)).ToEquatableArray(),
        Members = changes.Members.Where(IsDeclarable).ToEquatableArray(),
        Types = changes.Types
            .Where(type => IsFree(type.Name, ReservedNames.Types))
            .Select(type => type with { Members = type.Members.Where(member => member.Name != type.Name && IsDeclarable(member)).ToEquatableArray() })
            .ToEquatableArray(),
    };

    private static bool IsDeclarable(GoneMethodModel method) =>
        Words.IsIdentifier(method.ClassName)
        && method.Name.EndsWith(Async, StringComparison.Ordinal)
        && method.Name.Length > Async.Length
        && IsFree(method.Name, ReservedNames.ClientMembers)
        && (method.Group.Length == 0 || IsFree(method.Group, ReservedNames.ClientMembers))
        && method.Parameters.All(parameter => IsFree(parameter.Name, ReservedNames.Parameters));

    private static bool IsDeclarable(GoneMemberModel member) => IsFree(member.Name, member.Kind switch
    {
        GoneMemberKind.Property => ReservedNames.ObjectMembers,
        GoneMemberKind.Value => ReservedNames.EnumMembers,
        _ => ReservedNames.UnionMembers,
    });

    private static bool IsFree(string name, IReadOnlyList<string> reserved) => Words.IsIdentifier(name) && !reserved.Contains(name);
}
