using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Reads the alternatives that say no more than which members must be there: <c>anyOf: [{required: [a]}, {required: [b]}]</c>.</summary>
/// <remarks>Of <c>oneOf</c> it is checked that one holds, not that the others do not: authors write it for either.</remarks>
internal static class RequiredSets
{
    private const SchemaKeyword Said = ~(KeywordSets.Annotations | SchemaKeyword.Type | SchemaKeyword.Required);

    /// <summary>Gets the sets; none: the alternatives are something else.</summary>
    public static IReadOnlyList<EquatableArray<string>> Of(ApiSchema schema)
    {
        IReadOnlyList<ApiSchema> branches = schema.AnyOf.Count > 0 ? schema.AnyOf : schema.OneOf;
        return branches.Count > 0 && branches.All(branch => branch.Target is null && branch.Required.Count > 0 && (branch.Says & Said) == SchemaKeyword.None)
            ? branches.Select(branch => branch.Required.ToEquatableArray()).ToList()
            : System.Array.Empty<EquatableArray<string>>();
    }
}
