using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Schemas that stand in no document by themselves, and follow from others that do.</summary>
/// <remarks>
/// Shapes, directions and comparisons know a schema by the object that it is: each of these is made once, and is the same
/// for whoever asks, as long as the schemas live that it follows from.
/// </remarks>
internal static class JoinedSchemas
{
    private static readonly ConditionalWeakTable<ApiSchema, Dictionary<(ApiSchema Earlier, string Pointer), ApiSchema>> s_joined = new();
    private static readonly ConditionalWeakTable<ApiSchema, ApiSchema> s_withoutBranches = new();

    /// <summary>Gets the object that stands around the branches of a union.</summary>
    public static ApiSchema WithoutBranches(this ApiSchema union) => s_withoutBranches.GetValue(union, schema => new ApiSchema
    {
        Pointer = schema.Pointer,
        Types = ApiType.Object,
        Properties = schema.Properties,
        Required = schema.Required,
        AdditionalProperties = schema.AdditionalProperties,
        AdditionalPropertiesSchema = schema.AdditionalPropertiesSchema,
        PatternProperties = schema.PatternProperties,
        AllOf = schema.AllOf,
    });

    /// <summary>Gets a schema and an earlier one of the same value as one schema.</summary>
    /// <param name="later">The schema.</param>
    /// <param name="earlier">The other one.</param>
    /// <param name="pointer">The place of which both are true.</param>
    public static ApiSchema JoinedTo(this ApiSchema later, ApiSchema earlier, string pointer)
    {
        Dictionary<(ApiSchema Earlier, string Pointer), ApiSchema> joined = s_joined.GetOrCreateValue(later);
        lock (joined)
        {
            // What holds itself is joined with the same one again and again, each time within the last.
            foreach (KeyValuePair<(ApiSchema Earlier, string Pointer), ApiSchema> known in joined)
            {
                if (known.Key.Earlier == earlier && pointer.StartsWith(known.Key.Pointer + "/", StringComparison.Ordinal))
                {
                    return known.Value;
                }
            }

            if (!joined.TryGetValue((earlier, pointer), out ApiSchema? both))
            {
                both = new ApiSchema
                {
                    Pointer = pointer,
                    Annotations = later.Annotations.Over(earlier.Annotations),
                    AllOf = new[] { earlier, later },
                };
                joined.Add((earlier, pointer), both);
            }

            return both;
        }
    }
}
