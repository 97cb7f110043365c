using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>What can be said of a schema with all that it refers to: how deep its smallest instance is, and of which JSON types it is.</summary>
internal sealed class SchemaKinds(RawDocument document)
{
    private const int Endless = 1000;
    private const int DeepestNesting = 20;

    private readonly Dictionary<JsonObject, int> _heights = [];

    /// <summary>Gets the levels of the smallest instance; very high if there is none.</summary>
    public int HeightOf(JsonNode? schema)
    {
        if (schema is not JsonObject keywords)
        {
            return 0;
        }

        if (_heights.TryGetValue(keywords, out int known))
        {
            return known;
        }

        // While it is being measured, a recursive schema has no end.
        _heights[keywords] = Endless;
        int height = Math.Min(Endless, Measure(keywords));
        _heights[keywords] = height;
        return height;
    }

    /// <summary>Gets the JSON types of a schema's instances, null aside; empty: any.</summary>
    public IReadOnlySet<string> TypesOf(JsonNode? schema, int nesting = 0)
    {
        HashSet<string> types = [];
        if (schema is not JsonObject keywords || nesting > DeepestNesting)
        {
            return types;
        }

        types.UnionWith(SchemaText.Types(keywords).Where(type => type != "null").Select(type => type == "integer" ? "number" : type));
        if (types.Count > 0)
        {
            return types;
        }

        if (SchemaText.Text(keywords["$ref"]) is { } reference)
        {
            types.UnionWith(TypesOf(document.Resolve(reference), nesting + 1));
        }

        foreach (JsonNode? branch in SchemaText.Branches(keywords).Concat(keywords["allOf"] as JsonArray ?? []))
        {
            types.UnionWith(TypesOf(branch, nesting + 1));
        }

        JsonNode?[] values = [keywords["const"], .. keywords["enum"] as JsonArray ?? []];
        types.UnionWith(values.OfType<JsonValue>().Select(value => value.GetValueKind().ToString().ToLowerInvariant()));
        if (keywords.ContainsKey("properties"))
        {
            types.Add("object");
        }

        return types;
    }

    private int Measure(JsonObject keywords)
    {
        int height = 0;
        if (SchemaText.Text(keywords["$ref"]) is { } reference)
        {
            height = HeightOf(document.Resolve(reference));
        }

        foreach (JsonNode? part in keywords["allOf"] as JsonArray ?? [])
        {
            height = Math.Max(height, HeightOf(part));
        }

        JsonNode?[] branches = [.. SchemaText.Branches(keywords)];
        if (branches.Length > 0)
        {
            height = Math.Max(height, branches.Min(branch => SchemaText.IsNull(branch) ? Endless : HeightOf(branch)));
        }

        HashSet<string> required = [.. (keywords["required"] as JsonArray ?? []).Select(SchemaText.Text).OfType<string>()];
        foreach ((string name, JsonNode? schema) in keywords["properties"] as JsonObject ?? [])
        {
            height = required.Contains(name) ? Math.Max(height, HeightOf(schema) + 1) : height;
        }

        if (keywords["items"] is { } items && SchemaText.Number(keywords["minItems"]) > 0)
        {
            height = Math.Max(height, HeightOf(items) + 1);
        }

        foreach (JsonNode? item in keywords["prefixItems"] as JsonArray ?? [])
        {
            height = Math.Max(height, HeightOf(item) + 1);
        }

        return height;
    }
}
