using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Collects the parts of a schema, choosing a branch of each union on the way.</summary>
internal sealed class PartCollector(RawDocument document, Choices choices, bool hasUnknownCases)
{
    /// <summary>The text that stands for what the document does not know.</summary>
    public const string UnknownTag = "a case that the document does not know";

    private const int DeepestNesting = 50;

    private readonly SchemaKinds _kinds = new(document);

    /// <summary>Gets the document.</summary>
    public RawDocument Document => document;

    /// <summary>Collects the parts of schemas that all hold.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="mustEnd">Whether branches that cannot recur are preferred.</param>
    public SchemaParts Collect(IReadOnlyList<JsonNode?> schemas, bool mustEnd)
    {
        SchemaParts parts = new();
        bool allowNull = true;
        foreach (JsonNode? schema in schemas)
        {
            parts.AllowsNull = false;
            Add(parts, schema, new Way(null, IsPart: false, Nesting: 0, mustEnd));
            allowNull &= parts.AllowsNull;
        }

        parts.AllowsNull = allowNull;
        return parts;
    }

    private void Add(SchemaParts parts, JsonNode? schema, Way way)
    {
        if (schema is not JsonObject keywords || way.Nesting > DeepestNesting || !parts.TryEnter(keywords))
        {
            return;
        }

        way = way with { Nesting = way.Nesting + 1 };
        if (!way.IsPart && SchemaText.AllowsNull(keywords))
        {
            parts.AllowsNull = true;
        }

        if (SchemaText.Text(keywords["$ref"]) is { } reference)
        {
            Way further = way with { Component = way.Component ?? document.NameOf(reference) };
            if (!way.IsPart && ChildOf(document.Resolve(reference), document.NameOf(reference)) is { } child)
            {
                Add(parts, child.Schema, further with { Component = child.Name, IsPart = true });
            }

            Add(parts, document.Resolve(reference), further);
        }

        JsonArray all = keywords["allOf"] as JsonArray ?? [];
        foreach (JsonNode? part in all)
        {
            Add(parts, part, way with { IsPart = way.IsPart || all.Count > 1 || keywords.ContainsKey("properties") });
        }

        // What a schema says itself says more than its parts do.
        parts.Add(keywords);
        AddBranch(parts, keywords, keywords["anyOf"] as JsonArray, way);
        AddBranch(parts, keywords, keywords["oneOf"] as JsonArray, way);
        AddBaseTag(parts, keywords, way);
    }

    private void AddBranch(SchemaParts parts, JsonObject keywords, JsonArray? branches, Way way)
    {
        JsonNode?[] possible = [.. (branches ?? []).Where(branch => !SchemaText.IsNull(branch) && !SchemaText.IsFalse(branch))];
        if (possible.Length == 0)
        {
            return;
        }

        string? property = SchemaText.Text((keywords["discriminator"] as JsonObject)?["propertyName"]);
        if (hasUnknownCases && possible.Length > 1 && UnknownCase(possible) is { } unknown)
        {
            parts.UnknownCase = unknown;
            if (property is not null)
            {
                parts.Tags.Add((property, [UnknownTag]));
            }

            return;
        }

        JsonNode? branch = choices.Pick(way.MustEnd ? FindShortest(possible) : possible);
        if (property is not null && branch is JsonObject && SchemaText.Text(branch["$ref"]) is { } reference)
        {
            parts.Tags.Add((property, TagsOf(keywords, reference)));
        }

        Add(parts, branch, way with { Component = null });
    }

    private JsonNode?[] FindShortest(JsonNode?[] branches)
    {
        int least = branches.Min(_kinds.HeightOf);
        return [.. branches.Where(branch => _kinds.HeightOf(branch) == least)];
    }

    // Texts and numbers are open: among them, only another one is unknown. Of arrays and of what only restricts, none is.
    private JsonNode? UnknownCase(JsonNode?[] branches)
    {
        HashSet<string> types = [.. branches.SelectMany(branch => _kinds.TypesOf(branch))];
        return types.Count == 0 || IsDecimal(branches) || types.SetEquals(["array"]) || branches.Any(branch => _kinds.TypesOf(branch).Count == 0) ? null
            : types.SetEquals(["string"]) ? JsonValue.Create(UnknownTag)
            : types.SetEquals(["number"]) ? JsonValue.Create(987654321)
            : new JsonObject { ["not_in_the_document"] = true };
    }

    // Pydantic's Decimal: a number, or its text.
    private static bool IsDecimal(JsonNode?[] branches) => branches.Length == 2
        && branches.Any(branch => branch is JsonObject keywords && SchemaText.Text(keywords["pattern"])?.StartsWith("^(?!^[-+.]*$)", StringComparison.Ordinal) == true)
        && branches.Any(branch => branch is JsonObject keywords && SchemaText.Types(keywords) is ["number" or "integer"]);

    // A schema with a discriminator and without branches is the base of those that name it in allOf.
    private void AddBaseTag(SchemaParts parts, JsonObject keywords, Way way)
    {
        if (way.Component is { } component && BaseProperty(keywords) is { } property)
        {
            parts.Tags.Add((property, TagsOf(keywords, "#" + document.SchemasPointer + component)));
        }
    }

    private (string Name, JsonNode? Schema)? ChildOf(JsonNode? schema, string? name)
    {
        if (name is null || schema is not JsonObject keywords || BaseProperty(keywords) is null)
        {
            return null;
        }

        (string Name, JsonNode? Schema)[] children = [.. document.Schemas
            .Where(other => other.Key != name && HasBase(other.Value, name))
            .Select(other => (other.Key, other.Value))];
        return children.Length == 0 ? null : choices.Pick(children);
    }

    private bool HasBase(JsonNode? schema, string name) => (schema as JsonObject)?["allOf"] is JsonArray parts
        && parts.OfType<JsonObject>().Any(part => SchemaText.Text(part["$ref"]) is { } reference && document.NameOf(reference) == name);

    private static string? BaseProperty(JsonObject keywords) => keywords.ContainsKey("oneOf") || keywords.ContainsKey("anyOf")
        ? null
        : keywords["discriminator"] is JsonObject stated ? SchemaText.Text(stated["propertyName"]) : SchemaText.Text(keywords["discriminator"]);

    private IReadOnlyList<string> TagsOf(JsonObject keywords, string reference)
    {
        JsonObject? mapping = (keywords["discriminator"] as JsonObject)?["mapping"] as JsonObject;
        JsonNode? target = document.Resolve(reference);
        string[] mapped = [.. (mapping ?? [])
            .Where(entry => SchemaText.Text(entry.Value) is { } value && document.Resolve(value) == target)
            .Select(entry => entry.Key)];
        return mapped.Length > 0 ? mapped : [document.NameOf(reference) ?? reference.Split('/')[^1]];
    }

    /// <param name="Component">The name of the most derived component on the way.</param>
    /// <param name="IsPart">Whether the schema is one of several that hold together, none of which allows null alone.</param>
    /// <param name="Nesting">The steps so far.</param>
    /// <param name="MustEnd">Whether branches that cannot recur are preferred.</param>
    private readonly record struct Way(string? Component, bool IsPart, int Nesting, bool MustEnd);
}
