using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Spelling;
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
            return new(stated.PropertyName, branches.Select(b => StatedTags(stated, b.Target!)).ToList());
        }

        return Infer(branches) ?? None(branches.Count);
    }

    /// <summary>Nothing tells the branches apart but what they are.</summary>
    public static DiscriminatorFacts None(int branches) =>
        new(null, Enumerable.Repeat(EquatableArray<string>.Empty, branches).ToList());

    /// <summary>Gets the values that mean a component; without a mapping its own name (OpenAPI, "Discriminator Object").</summary>
    /// <remarks>
    /// A constant counts more than the name: no value with another one would be valid. AutoRest's
    /// <c>x-ms-discriminator-value</c> is the mapping of 2.0, which has none.
    /// </remarks>
    public static EquatableArray<string> StatedTags(ApiDiscriminator discriminator, ApiComponent component)
    {
        List<string> tags = discriminator.Mapping.Where(m => m.Value == component).Select(m => m.Key).ToList();
        if (tags.Count == 0 && component.Schema.DiscriminatorValue is { } value)
        {
            tags.Add(value);
        }

        if (tags.Count == 0)
        {
            tags = ConstantTags(component.Schema, discriminator.PropertyName);
            tags = tags.Where(tag => IsNameOf(tag, component)).Take(1).ToList() is { Count: 1 } own ? own : tags;
        }

        return (tags.Count > 0 ? tags : new List<string> { component.Name }).ToEquatableArray();
    }

    // The values of a base's enum come with the property that is inherited: of those, one is the schema's own.
    private static bool IsNameOf(string tag, ApiComponent component) =>
        string.Equals(Words.Pascal(tag), Words.Pascal(component.Name), StringComparison.OrdinalIgnoreCase);

    // Only a property that has other values in every branch tells: one value in two branches would be a guess.
    private static DiscriminatorFacts? Infer(IReadOnlyList<ApiSchema> branches)
    {
        if (!branches.All(SchemaFacts.IsObject))
        {
            return null;
        }

        // Of several, which a document may give in any order, the first by name.
        foreach (ApiProperty candidate in ObjectParts.Collect(branches[0]).Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            List<EquatableArray<string>> tags = new();
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (ApiSchema branch in branches)
            {
                List<string> own = ConstantTags(branch, candidate.Name);
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

    private static List<string> ConstantTags(ApiSchema branch, string propertyName)
    {
        ApiProperty? property = ObjectParts.Collect(branch).Properties.FirstOrDefault(p => p.Name == propertyName);
        if (property is null)
        {
            return new();
        }

        ApiSchema schema = SchemaFacts.Follow(property.Schema);
        IEnumerable<ApiValue> values = schema.Const is { } constant ? new[] { constant } : schema.Enum ?? (IEnumerable<ApiValue>)Array.Empty<ApiValue>();
        return values.All(v => v.Node?.GetValueKind() == JsonValueKind.String)
            ? values.Select(v => v.Node!.GetValue<string>()).ToList()
            : new();
    }
}
