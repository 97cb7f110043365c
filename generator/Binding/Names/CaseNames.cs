using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names the cases of a union by their types.</summary>
internal static class CaseNames
{
    /// <summary>Names cases, in their order.</summary>
    /// <param name="types">Their types.</param>
    /// <param name="unionName">The union.</param>
    /// <param name="pointer">The place that says the cases.</param>
    /// <param name="isInside">Whether a type stands in the union, after which it is named then.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<string> Assign(
        IReadOnlyList<TypeRef> types, string unionName, string pointer, Func<string, bool> isInside, KeptNames kept, Findings findings) => WordNames.Assign(
        new NameScope(ReservedNames.UnionMembers, new[] { unionName }),
        types.Select((type, i) => new Wanted(
            "case",
            Of(type),
            pointer,
            new NameClaim(i.ToString("D8", CultureInfo.InvariantCulture), Candidates(type, unionName, isInside)) { Kept = kept.CaseOf(unionName, type) })),
        findings);

    public static string Of(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Of(type.Item) + "List",
        TypeKind.Map => Of(type.Item) + "Map",
        TypeKind.Tuple => "Tuple",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.BigInteger => "Integer",
        TypeKind.Single or TypeKind.Double => "Number",
        TypeKind.DecimalString => "Decimal",
        TypeKind.Any => "Json",
        _ => type.Name ?? type.Kind.ToString(),
    };

    private static IEnumerable<string> Candidates(TypeRef type, string unionName, Func<string, bool> isInside)
    {
        string name = Of(type);
        bool saysUnion = type.Name is { } typeName
            && typeName.Length > unionName.Length
            && typeName.StartsWith(unionName, StringComparison.Ordinal)
            && char.IsUpper(typeName[unionName.Length])
            && isInside(typeName);
        yield return saysUnion ? name.Substring(unionName.Length) : name;
        yield return name;
        yield return Exact(type);
        yield return name + "Case";
        yield return name + "Value";
    }

    // 32 bits beside 64, a tuple beside another one, items that may be null beside others.
    private static string Exact(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Exact(type.Item) + "List",
        TypeKind.Map => Exact(type.Item) + "Map",
        TypeKind.Tuple => string.Concat(type.Arguments.Select(Exact)) + "Tuple",
        _ => (type.IsNullable ? "Nullable" : "") + (type.Name ?? type.Kind.ToString()),
    };
}
