using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>Builds instances of the schemas of a document, from its raw text and not from what the generator read.</summary>
internal sealed class InstanceBuilder(JsonObject document, InstanceKind kind)
{
    /// <summary>Below this, recursive schemas end: only what is required is there.</summary>
    private const int FullDepth = 6;

    private const int DeepestDepth = 40;

    private readonly ScalarBuilder _scalars = new(kind.Variant);

    public JsonNode? Build(JsonNode? schema, int depth = 0)
    {
        if (schema is not JsonObject keywords || depth > DeepestDepth)
        {
            return Anything();
        }

        if (keywords["$ref"] is JsonValue reference)
        {
            return Build(Resolve(document, reference.GetValue<string>()), depth);
        }

        if (kind.HasNulls && depth > 0 && SchemaText.AllowsNull(keywords))
        {
            return null;
        }

        if (keywords.TryGetPropertyValue("const", out JsonNode? constant))
        {
            return constant?.DeepClone();
        }

        if (keywords["enum"] is JsonArray values)
        {
            return Pick([.. values.Where(value => value is not null)])?.DeepClone();
        }

        return BuildComposite(keywords, depth);
    }

    /// <summary>Finds the node of a local reference; null if it points at nothing.</summary>
    public static JsonNode? Resolve(JsonObject document, string reference) => !reference.StartsWith("#/", StringComparison.Ordinal)
        ? null
        : reference[2..].Split('/').Aggregate(
            (JsonNode?)document,
            (node, key) => (node as JsonObject)?[Uri.UnescapeDataString(key).Replace("~1", "/").Replace("~0", "~")]);

    private JsonNode? BuildComposite(JsonObject keywords, int depth)
    {
        JsonArray? branches = (keywords["anyOf"] ?? keywords["oneOf"]) as JsonArray;
        JsonArray? parts = keywords["allOf"] as JsonArray;
        List<JsonNode?> instances = [];
        if (branches is { Count: > 0 })
        {
            instances.Add(BuildBranch(keywords, branches, depth));
        }

        instances.AddRange((parts ?? []).Select(part => Build(part, depth + 1)));
        if (instances.Count == 0 || keywords.ContainsKey("properties"))
        {
            instances.Add(BuildPlain(keywords, depth));
        }

        JsonNode? merged = Merge(instances);
        if (parts is not null && merged is JsonObject members)
        {
            AddRequired(members, [.. PartsOf(keywords, 0)], depth);
        }

        return merged;
    }

    private IEnumerable<JsonObject> PartsOf(JsonNode? schema, int depth)
    {
        JsonNode? followed = schema?["$ref"]?.GetValue<string>() is { } reference ? Resolve(document, reference) : schema;
        return followed is not JsonObject keywords || depth > FullDepth
            ? []
            : (keywords["allOf"] as JsonArray ?? []).SelectMany(part => PartsOf(part, depth + 1)).Prepend(keywords);
    }

    // What one part requires another may describe.
    private void AddRequired(JsonObject members, IReadOnlyList<JsonObject> parts, int depth)
    {
        foreach (string name in parts.SelectMany(part => part["required"] as JsonArray ?? []).Select(item => item!.GetValue<string>()))
        {
            JsonNode? schema = parts.Select(part => (part["properties"] as JsonObject)?[name]).FirstOrDefault(found => found is not null);
            if (schema is not null && !members.ContainsKey(name))
            {
                members[name] = Build(schema, depth + 1);
            }
        }
    }

    private JsonNode? BuildBranch(JsonObject keywords, JsonArray branches, int depth)
    {
        JsonNode? branch = Pick([.. branches.Where(branch => !SchemaText.IsNull(branch))]);
        JsonNode? instance = Build(branch, depth + 1);
        if (instance is JsonObject members
            && keywords["discriminator"]?["propertyName"]?.GetValue<string>() is { } name
            && branch?["$ref"]?.GetValue<string>() is { } reference)
        {
            JsonObject? mapping = keywords["discriminator"]!["mapping"] as JsonObject;
            string tag = mapping?.FirstOrDefault(entry => entry.Value?.GetValue<string>() == reference).Key ?? reference.Split('/')[^1];

            // A branch that several tags mean says itself which.
            members[name] = members[name] is JsonValue own && mapping?.ContainsKey(own.ToString()) == true ? own.DeepClone() : tag;
        }

        return instance;
    }

    private JsonNode? BuildPlain(JsonObject keywords, int depth) => SchemaText.TypeOf(keywords, kind.Variant) switch
    {
        "object" => BuildObject(keywords, depth),
        "array" => BuildArray(keywords, depth),
        "null" => null,
        { } type => _scalars.Build(type, keywords),
        null => Anything(),
    };

    private JsonObject BuildObject(JsonObject keywords, int depth)
    {
        JsonObject result = [];
        JsonArray required = keywords["required"] as JsonArray ?? [];
        foreach ((string name, JsonNode? schema) in keywords["properties"] as JsonObject ?? [])
        {
            bool isRequired = required.Any(item => item?.GetValue<string>() == name);
            if (isRequired || (kind.HasOptional && depth < FullDepth))
            {
                result[name] = Build(schema, depth + 1);
            }
        }

        if (keywords["additionalProperties"] is JsonObject further && kind.HasOptional && depth < FullDepth)
        {
            result["a key"] = Build(further, depth + 1);
        }
        else if (kind.HasUnknown && depth < FullDepth && keywords["additionalProperties"] is not JsonObject)
        {
            result["not_in_the_document"] = Anything();
        }

        return result;
    }

    private JsonArray BuildArray(JsonObject keywords, int depth)
    {
        JsonArray result = [.. (keywords["prefixItems"] as JsonArray ?? []).Select(item => Build(item, depth + 1))];
        int wanted = Math.Max(SchemaText.Number(keywords, "minItems") ?? 0, depth < FullDepth && kind.HasOptional ? 1 : 0);
        wanted = Math.Min(wanted, SchemaText.Number(keywords, "maxItems") ?? wanted);
        while (result.Count < wanted)
        {
            result.Add(Build(keywords["items"], depth + 1));
        }

        return result;
    }

    private static JsonNode? Merge(List<JsonNode?> instances)
    {
        if (instances.Count == 1 || instances.Any(instance => instance is not JsonObject))
        {
            return instances[0];
        }

        JsonObject result = [];
        foreach ((string name, JsonNode? value) in instances.SelectMany(instance => instance!.AsObject()))
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }

    private JsonNode? Pick(IReadOnlyList<JsonNode?> choices) => choices.Count == 0 ? null : choices[kind.Variant % choices.Count];

    private static JsonNode Anything() => JsonNode.Parse("""{"any":[1,-2.5e-3,"two",null,true,{"three":"\"'\u00e9\ud83d\ude00"}]}""")!;
}
