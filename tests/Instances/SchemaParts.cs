using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>The keywords that one instance has to follow: those of a schema, of what it refers to, and of the chosen branches.</summary>
internal sealed class SchemaParts
{
    private readonly List<JsonObject> _parts = [];
    private readonly HashSet<JsonObject> _entered = [];

    /// <summary>Gets the schemas, from the innermost out.</summary>
    public IReadOnlyList<JsonObject> All => _parts;

    /// <summary>Gets whether null is allowed.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Gets what the instance is instead of a known case; null: a known case.</summary>
    public JsonNode? UnknownCase { get; set; }

    /// <summary>Gets what the discriminators on the way ask for: the property, and the values that would do, the best first.</summary>
    public List<(string Property, IReadOnlyList<string> Tags)> Tags { get; } = [];

    /// <summary>Tells whether a schema is new here: one that is a part of itself is not.</summary>
    public bool TryEnter(JsonObject keywords) => _entered.Add(keywords);

    public void Add(JsonObject keywords) => _parts.Add(keywords);

    /// <summary>Finds a keyword of any part.</summary>
    public JsonNode? Find(string keyword) => FindAll(keyword).FirstOrDefault();

    /// <summary>Finds a keyword of each part that has it.</summary>
    public IEnumerable<JsonNode?> FindAll(string keyword) =>
        _parts.Where(part => part.ContainsKey(keyword)).Select(part => part[keyword]);

    /// <summary>Finds the schema of the members that no property names; null if there is none.</summary>
    public JsonObject? Further() => (Find("additionalProperties") ?? Find("unevaluatedProperties")) as JsonObject;

    /// <summary>Gets the highest value of a keyword.</summary>
    public double? Highest(string keyword) => FindAll(keyword).Select(SchemaText.Number).Max();

    /// <summary>Gets the lowest value of a keyword.</summary>
    public double? Lowest(string keyword) => FindAll(keyword).Select(SchemaText.Number).Min();

    /// <summary>Gets the required properties.</summary>
    public IReadOnlyList<string> Required() =>
        [.. FindAll("required").OfType<JsonArray>().SelectMany(names => names).Select(SchemaText.Text).OfType<string>().Distinct()];

    /// <summary>Gets the properties with the schemas that each has.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>> Properties() => FindAll("properties")
        .OfType<JsonObject>()
        .SelectMany(properties => properties)
        .GroupBy(property => property.Key, property => property.Value)
        .ToDictionary(property => property.Key, property => (IReadOnlyList<JsonNode?>)[.. property]);

    /// <summary>Gets the types that all parts allow, null aside; empty: any.</summary>
    public IReadOnlyList<string> Types()
    {
        IReadOnlyList<string>? common = null;
        foreach (JsonObject part in _parts)
        {
            string[] types = SchemaText.Types(part);
            if (types.Length > 0)
            {
                common = common is null ? types : Narrow(common, types);
            }
        }

        string[] named = [.. (common ?? []).Where(type => type != "null")];
        return named.Length > 0 || common is { Count: > 0 } ? named.DefaultIfEmpty("null").ToArray() : InferTypes();
    }

    /// <summary>Gets whether no value is of all types that the parts ask for.</summary>
    public bool IsContradictory()
    {
        string[][] all = [.. _parts.Select(SchemaText.Types).Where(types => types.Length > 0)];
        return all.Length > 1 && !all[0].Append("integer").Any(type => all.All(types => types.Contains(type) || (type == "integer" && types.Contains("number"))));
    }

    private static IReadOnlyList<string> Narrow(IReadOnlyList<string> common, string[] types)
    {
        string[] narrowed = [.. common.Where(type => types.Contains(type) || (type == "integer" && types.Contains("number")))];
        return narrowed.Length > 0 ? narrowed
            : common.Contains("number") && types.Contains("integer") ? ["integer"]
            : types;
    }

    private IReadOnlyList<string> InferTypes() =>
        Find("properties") is JsonObject { Count: > 0 } || Further() is not null || Find("patternProperties") is JsonObject ? ["object"]
        : Find("items") is not null || Find("prefixItems") is not null ? ["array"]
        : SchemaText.Text(Find("format")) is "date-time" or "date" or "time" or "uuid" or "uri" or "byte" or "binary" or "email" or "password" ? ["string"]
        : Find("contentMediaType") is not null || Find("contentEncoding") is not null ? ["string"]
        : [];
}
