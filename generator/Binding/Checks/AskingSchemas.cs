using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Finds the schemas that ask something of a value, themselves or somewhere within.</summary>
internal static class AskingSchemas
{
    private const SchemaKeyword Asking =
        SchemaKeyword.Minimum | SchemaKeyword.Maximum | SchemaKeyword.ExclusiveMinimum | SchemaKeyword.ExclusiveMaximum | SchemaKeyword.MultipleOf
        | SchemaKeyword.MinLength | SchemaKeyword.MaxLength | SchemaKeyword.Pattern | SchemaKeyword.MinItems | SchemaKeyword.MaxItems
        | SchemaKeyword.MinProperties | SchemaKeyword.MaxProperties;

    /// <param name="sent">The schemas of what is sent.</param>
    public static HashSet<ApiSchema> Of(IEnumerable<ApiSchema> sent)
    {
        // Who holds whom, backwards: what asks is told to all that hold it.
        Dictionary<ApiSchema, List<ApiSchema>> holders = new();
        Stack<ApiSchema> open = new();
        foreach (ApiSchema root in sent)
        {
            Visit(root, null);
        }

        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            foreach (ApiSchema part in Parts(schema))
            {
                Visit(part, schema);
            }
        }

        HashSet<ApiSchema> asking = new();
        foreach (ApiSchema schema in holders.Keys.Where(schema => schema.Has(Asking) || schema.DependentRequired.Count > 0 || RequiredSets.Of(schema).Count > 0))
        {
            open.Push(schema);
        }

        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (asking.Add(schema))
            {
                holders[schema].ForEach(open.Push);
            }
        }

        return asking;

        void Visit(ApiSchema schema, ApiSchema? holder)
        {
            if (!holders.TryGetValue(schema, out List<ApiSchema>? known))
            {
                holders.Add(schema, known = new());
                open.Push(schema);
            }

            if (holder is not null)
            {
                known.Add(holder);
            }
        }
    }

    private static IEnumerable<ApiSchema> Parts(ApiSchema schema) =>
        schema.Target is { } target ? new[] { target.Schema } : CallSchemas.Parts(schema);
}
