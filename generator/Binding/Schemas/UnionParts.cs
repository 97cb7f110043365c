using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>What stands beside the branches of a union and is true of each of them: OpenAPI's common fields.</summary>
/// <remarks>
/// By JSON Schema both hold (2020-12, 10.2.1). An inline branch has these members itself. One that is a component stays that
/// component: it is the same type wherever it is used.
/// </remarks>
internal static class UnionParts
{
    /// <summary>Gets the members that every case has, or has to have; null if there are none.</summary>
    public static ObjectParts? Common(ApiSchema schema) =>
        (schema.Properties.Count > 0 || schema.AllOf.Count > 0 || schema.Required.Count > 0)
        && ObjectParts.Collect(schema) is { } parts && (parts.Properties.Count > 0 || parts.Required.Count > 0) ? parts : null;

    /// <summary>Gets a branch together with what stands beside it, where that is one object.</summary>
    /// <param name="schema">The union.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="isOnly">Whether no other branch is left, so that the schema is no union.</param>
    public static ApiSchema WithCommon(ApiSchema schema, ApiSchema branch, bool isOnly = false) =>
        Common(schema) is { } common && (isOnly || branch.Target is null) && SchemaFacts.IsObject(branch) && !IsAllOf(schema, branch) && Lacks(branch, common)
            ? branch.JoinedTo(schema.WithoutBranches(), isOnly ? schema.Pointer : branch.Pointer)
            : branch;

    /// <summary>Gets the branches that have members of the union too, as they are read.</summary>
    public static IEnumerable<ApiSchema> Joined(ApiSchema schema)
    {
        IReadOnlyList<ApiSchema> all = SchemaFacts.Branches(schema);
        if (all.Count == 0 || all.All(SchemaFacts.IsConstraintOnly) || Common(schema) is null)
        {
            return Enumerable.Empty<ApiSchema>();
        }

        List<ApiSchema> branches = all.Where(branch => !SchemaFacts.IsNull(branch)).ToList();
        return branches.Select(branch => WithCommon(schema, branch, branches.Count == 1)).Where(branch => !branches.Contains(branch));
    }

    /// <summary>Tells whether a branch does not say itself all that stands beside it.</summary>
    public static bool Lacks(ApiSchema branch, ObjectParts common)
    {
        ObjectParts own = ObjectParts.Collect(branch);
        return common.Properties.Any(property => !own.Properties.Any(known => known.Name == property.Name)) || !common.Required.IsSubsetOf(own.Required);
    }

    // A branch that inherits what its own union is made of would be a part of itself.
    private static bool IsAllOf(ApiSchema schema, ApiSchema branch) => ReferenceEquals(SchemaFacts.Follow(branch), schema);
}
