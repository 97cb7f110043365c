using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>What several schemas say that are all true of one value: the parts of <c>allOf</c>, and what stands beside them.</summary>
/// <remarks>
/// All of them hold, in whatever order they stand (JSON Schema 2020-12, 10.2.1.1). A C# type says one thing, so the one
/// that leaves the fewest values names it; null is allowed only where none of them forbids it.
/// </remarks>
internal static class Narrowing
{
    /// <summary>Gets the schema that leaves the fewest values; of several the first.</summary>
    public static ApiSchema Narrowest(IReadOnlyList<ApiSchema> schemas)
    {
        ApiSchema narrowest = schemas[0];
        foreach (ApiSchema schema in schemas.Skip(1))
        {
            narrowest = IsNarrower(schema, narrowest) ? schema : narrowest;
        }

        return narrowest;
    }

    /// <summary>Tells whether a schema leaves fewer values than another one.</summary>
    public static bool IsNarrower(ApiSchema schema, ApiSchema than)
    {
        (int says, int values) = Says(schema, new HashSet<ApiSchema>());
        (int saysLess, int others) = Says(than, new HashSet<ApiSchema>());
        return says > saysLess || (says == saysLess && values < others);
    }

    /// <summary>Tells whether no value is of all types, so that what one of them says is lost.</summary>
    public static bool AreApart(IEnumerable<ApiSchema> schemas)
    {
        ApiType common = ~ApiType.None;
        foreach (ApiSchema schema in schemas)
        {
            ApiType types = SchemaFacts.TypesOf(SchemaFacts.Follow(schema));
            common &= types == ApiType.None ? ~ApiType.None
                : types.HasFlag(ApiType.Number) ? types | ApiType.Integer
                : types;
        }

        return common == ApiType.None;
    }

    /// <summary>Tells whether a schema by itself allows no null, by a type, values or <c>nullable: false</c>.</summary>
    public static bool ForbidsNull(ApiSchema schema) => ForbidsNull(schema, new HashSet<ApiSchema>());

    // What was asked before says nothing more: parts may be parts of themselves.
    private static bool ForbidsNull(ApiSchema schema, HashSet<ApiSchema> seen)
    {
        if (schema.ForbidsNull)
        {
            return true;
        }

        ApiSchema followed = SchemaFacts.Follow(schema);
        return followed.ForbidsNull
            || (followed.Types != ApiType.None && !followed.Types.HasFlag(ApiType.Null))
            || followed.Const is { Node: not null }
            || (followed.Enum is { Count: > 0 } values && values.All(value => value.Node is not null))
            || (seen.Add(followed) && (followed.AllOf.Any(part => ForbidsNull(part, seen))
                || (SchemaFacts.Branches(followed) is { Count: > 0 } branches && branches.All(branch => ForbidsNull(branch, seen)))));
    }

    // How much a schema says, and of how many values; a bound, length or pattern makes no type and counts nothing.
    private static (int Says, int Values) Says(ApiSchema schema, HashSet<ApiSchema> seen)
    {
        ApiSchema followed = SchemaFacts.Follow(schema);
        (int Says, int Values) own = followed switch
        {
            { Const: not null } => (6, 0),
            { Enum: { Count: > 0 } values } => (5, values.Count),
            _ when SchemaFacts.Branches(followed) is { Count: > 0 } branches && !branches.All(SchemaFacts.IsConstraintOnly) => (4, 0),
            { Format: not null } or { Items: not null } or { PrefixItems.Count: > 0 } or { Properties.Count: > 0 } or { AdditionalProperties: ApiAdditional.Schema } => (4, 0),
            _ => (OfTypes(SchemaFacts.TypesOf(followed)), 0),
        };
        if (seen.Add(followed))
        {
            foreach (ApiSchema part in followed.AllOf)
            {
                (int Says, int Values) inner = Says(part, seen);
                own = inner.Says > own.Says || (inner.Says == own.Says && inner.Values < own.Values) ? inner : own;
            }
        }

        return own;
    }

    // A number is also what an integer is; several types are more values than one.
    private static int OfTypes(ApiType types) => types switch
    {
        ApiType.None => 0,
        ApiType.Number => 2,
        _ => (types & (types - 1)) == ApiType.None ? 3 : 1,
    };
}
