using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>The constant of an object's member, by which a union tells the object from its other cases.</summary>
internal static class MemberConstants
{
    /// <summary>Gets what the member may be, as a JSON array; null: more than one value and null.</summary>
    /// <param name="schema">The member.</param>
    /// <param name="isNullable">Whether it may be null beside the constant.</param>
    public static string? Of(ApiSchema schema, bool isNullable) =>
        ConstantOf(schema) is not { } constant ? null
        : isNullable && constant.Node is not null ? $"[{constant.Json},null]"
        : $"[{constant.Json}]";

    /// <summary>Gets the one value beside null that a schema allows; null if it allows others.</summary>
    public static ApiValue? ConstantOf(ApiSchema schema)
    {
        if (SchemaFacts.ConstantOf(schema) is { } constant)
        {
            return constant;
        }

        ApiSchema followed = SchemaFacts.Follow(schema);
        List<ApiSchema> branches = SchemaFacts.Branches(followed).Where(branch => !SchemaFacts.IsNull(branch)).ToList();
        List<ApiValue> values = followed.Enum?.Where(value => value.Node is not null).ToList() ?? new();
        return branches.Count == 1 ? SchemaFacts.ConstantOf(branches[0])
            : values.Count > 0 && values.All(value => value.Json == values[0].Json) ? values[0]
            : null;
    }
}
