using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Finds the property that tells the cases of a union apart: the stated one, or a constant that all cases have.</summary>
/// <param name="PropertyName">The JSON property; null if there is none.</param>
/// <param name="Tags">For each branch, the values that mean it.</param>
internal sealed record DiscriminatorFacts(string? PropertyName, IReadOnlyList<EquatableArray<string>> Tags)
{
    // Inline branches have no name that a value could be mapped to, and are not considered (OpenAPI, "Discriminator Object").
    // Then, and where a document states nothing, constants tell: Pydantic writes a union of classes with a `Literal` each as
    // a plain `anyOf` unless the author asks for a discriminator.
    public static DiscriminatorFacts Of(ApiSchema schema, IReadOnlyList<ApiSchema> branches)
    {
        if (schema.Discriminator is { } stated && branches.All(b => b.Target is not null))
        {
            return new(stated.PropertyName, branches.Select(b => DiscriminatorTags.Stated(stated, b.Target!)).ToList());
        }

        return Infer(branches) ?? None(branches.Count);
    }

    /// <summary>Nothing tells the branches apart but what they are.</summary>
    public static DiscriminatorFacts None(int branches) =>
        new(null, Enumerable.Repeat(EquatableArray<string>.Empty, branches).ToList());

    // Only a property that has other values in every branch tells: one value in two branches would be a guess.
    private static DiscriminatorFacts? Infer(IReadOnlyList<ApiSchema> branches)
    {
        List<IReadOnlyList<ApiSchema>> leaves = branches.Select(DiscriminatorTags.Leaves).ToList();
        if (!leaves.All(each => each.Count > 0 && each.All(SchemaFacts.IsObject)))
        {
            return null;
        }

        // Of several, which a document may give in any order, the first by name.
        foreach (ApiProperty candidate in ObjectParts.Collect(leaves[0][0]).Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            List<EquatableArray<string>> tags = new();
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (IReadOnlyList<ApiSchema> branch in leaves)
            {
                IReadOnlyList<string> own = DiscriminatorTags.Constants(branch, candidate.Name);
                if (own.Count == 0 || !own.All(seen.Add))
                {
                    break;
                }

                tags.Add(own.ToEquatableArray());
            }

            if (tags.Count == branches.Count)
            {
                return new(candidate.Name, tags);
            }
        }

        return null;
    }
}
