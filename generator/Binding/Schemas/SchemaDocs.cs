using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Collects the texts of the XML documentation that a schema says by itself.</summary>
internal static class SchemaDocs
{
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the type, which a title may only repeat.</param>
    /// <param name="sources">The places that the type is of.</param>
    public static DocModel OfType(ApiSchema schema, string name, IEnumerable<string> sources) =>
        Of(schema, Split(schema.Title, schema.Description, name), sources);

    /// <param name="schema">The schema of the member or parameter.</param>
    /// <param name="description">The parameter's own words, which count before those of its schema.</param>
    public static DocModel OfMember(ApiSchema schema, string? description)
    {
        ApiSchema described = description is null ? Described(schema) : schema;
        return Of(schema, (description ?? described.Description ?? described.Title, null), Enumerable.Empty<string>());
    }

    /// <summary>Makes a summary and remarks of what a document says of something.</summary>
    /// <remarks>
    /// The title that FastAPI makes of the name of a function or class says no more than the C# name does: the first
    /// paragraph of the docstring says more.
    /// </remarks>
    public static (string? Summary, string? Remarks) Split(string? title, string? description, string name)
    {
        description = description?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        bool isMadeUp = title is null || Words.Pascal(title) == Words.Pascal(name);
        if (description is null || !isMadeUp)
        {
            return (title, SameText(description, title) ? null : description);
        }

        string text = description.Replace("\r\n", "\n");
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (text, null) : (text.Substring(0, end), text.Substring(end).Trim());
    }

    private static DocModel Of(ApiSchema schema, (string? Summary, string? Remarks) texts, IEnumerable<string> sources) => new()
    {
        Summary = texts.Summary,
        Remarks = texts.Remarks,
        Example = schema.Example is { Node: not null } example ? example.Json : null,
        Constraints = Bounds.Describe(Bounds.Of(schema)),
        Bounds = Bounds.OfValue(schema),
        Sources = sources.ToEquatableArray(),
    };

    // allOf of one is how a reference gets a type, or a bound.
    private static ApiSchema Described(ApiSchema schema)
    {
        IEnumerable<ApiSchema> all = SchemaFacts.Along(schema);
        return (schema is { Target: null, AllOf.Count: 1 } ? all.Concat(SchemaFacts.Along(schema.AllOf[0])) : all)
            .FirstOrDefault(each => each.Description is not null || each.Title is not null) ?? schema;
    }

    private static bool SameText(string? a, string? b) => a is null || string.Equals(a.Trim(), b?.Trim(), StringComparison.Ordinal);
}
