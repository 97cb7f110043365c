using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Builds instances of the schemas of a document, from its raw text and not from what the generator read.</summary>
public sealed class InstanceBuilder
{
    private const int DeepestDepth = 40;

    // What is beyond this many values has only what is required.
    private const int MostValues = 2000;

    private readonly InstanceKind _kind;
    private readonly Choices _choices;
    private readonly PartCollector _collector;
    private readonly TextBuilder _texts;
    private readonly NumberBuilder _numbers;
    private int _values;

    /// <summary>Initializes the builder of one instance.</summary>
    /// <param name="document">The document.</param>
    /// <param name="kind">Which instance.</param>
    public InstanceBuilder(RawDocument document, InstanceKind kind)
    {
        _kind = kind;
        _choices = new Choices(kind);
        _collector = new PartCollector(document, _choices, kind.HasUnknownCases);
        _texts = new TextBuilder(_choices);
        _numbers = new NumberBuilder(_choices);
    }

    /// <summary>Builds an instance.</summary>
    /// <param name="schema">The schema: keywords, a Boolean, or nothing.</param>
    public JsonNode? Build(JsonNode? schema) => Build([schema], 0);

    private JsonNode? Build(IReadOnlyList<JsonNode?> schemas, int depth)
    {
        _values++;
        if (depth > DeepestDepth || _values > 20 * MostValues)
        {
            return Anything();
        }

        SchemaParts parts = _collector.Collect(schemas, mustEnd: depth >= _kind.Depth);
        if (parts.AllowsNull && depth > 0 && (_choices.IsNull() || depth > _kind.Depth + 2))
        {
            return null;
        }

        if (parts.UnknownCase is { } unknown)
        {
            return unknown is JsonObject members ? BuildUnknownCase(members, parts, depth) : unknown;
        }

        if (parts.All.FirstOrDefault(part => part.ContainsKey("const")) is { } constant)
        {
            return constant["const"]?.DeepClone();
        }

        if (Values(parts) is { Count: > 0 } values)
        {
            return _kind.HasUnknownValues ? UnknownValue(values) : _choices.Pick(values)?.DeepClone();
        }

        string[] types = [.. parts.Types()];
        return types.Length == 0 ? Anything() : _choices.Pick(types) switch
        {
            "object" => BuildObject(parts, depth),
            "array" => BuildArray(parts, depth),
            "null" => null,
            "integer" => _numbers.BuildInteger(parts),
            "number" when SchemaText.Text(parts.Find("format")) is "int32" or "int64" => _numbers.BuildInteger(parts),
            "number" => _numbers.BuildNumber(parts),
            "boolean" => JsonValue.Create(_choices.Variant % 2 == 0),
            _ => JsonValue.Create(_texts.Build(parts)),
        };
    }

    private static IReadOnlyList<JsonNode?> Values(SchemaParts parts)
    {
        JsonNode?[][] all = [.. parts.FindAll("enum").OfType<JsonArray>().Select(values => values.Where(value => value is not null).ToArray())];
        return all.Length == 0 ? []
            : [.. all[0].Where(value => all.Skip(1).All(others => others.Any(other => JsonNode.DeepEquals(value, other))))];
    }

    // A value of the kind that the known ones have: anything else is no enum's.
    private static JsonNode? UnknownValue(IReadOnlyList<JsonNode?> values) => values[0]!.GetValueKind() switch
    {
        JsonValueKind.String => JsonValue.Create("a value that the document does not know"),
        JsonValueKind.Number => JsonValue.Create(987654321),
        _ => values[0]!.DeepClone(),
    };

    private JsonObject BuildUnknownCase(JsonObject unknown, SchemaParts parts, int depth)
    {
        JsonObject result = BuildObject(parts, depth);

        // What tells the cases apart says that it is none of them.
        foreach ((string name, IReadOnlyList<JsonNode?> schemas) in parts.Properties())
        {
            if (result.ContainsKey(name) && schemas.OfType<JsonObject>().Any(schema => schema.ContainsKey("enum") || schema.ContainsKey("const")))
            {
                result[name] = PartCollector.UnknownTag;
            }
        }

        foreach ((string name, JsonNode? value) in unknown)
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }

    private JsonObject BuildObject(SchemaParts parts, int depth)
    {
        bool isFull = depth < _kind.Depth && _values < MostValues;
        JsonObject result = [];
        IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>> properties = parts.Properties();
        IReadOnlyList<string> required = parts.Required();
        int room = (int)(parts.Lowest("maxProperties") ?? int.MaxValue) - required.Count;
        foreach ((string name, IReadOnlyList<JsonNode?> schemas) in properties)
        {
            bool isPossible = IsPossible(schemas);
            if (_kind.IsRequest && IsReadOnly(schemas))
            {
                continue;
            }

            bool isRequired = required.Contains(name);
            if (isRequired || (isPossible && isFull && room > 0 && _choices.HasOptional()))
            {
                room -= isRequired ? 0 : 1;
                result[name] = Build(schemas, depth + 1);
            }
        }

        foreach (string name in required.Where(name => !result.ContainsKey(name) && !properties.ContainsKey(name)))
        {
            result[name] = Build([parts.Further()], depth + 1);
        }

        AddTags(result, parts, properties);
        AddFurther(result, parts, isFull, depth);
        if (_kind.HasUnknown && isFull && room > 0 && !IsMap(parts))
        {
            result["not_in_the_document"] = Anything();
        }

        return result;
    }

    private bool IsReadOnly(IReadOnlyList<JsonNode?> schemas) =>
        _collector.Collect(schemas, mustEnd: true).FindAll("readOnly").Any(SchemaText.IsTrue);

    private bool IsPossible(IReadOnlyList<JsonNode?> schemas) => !schemas.Any(SchemaText.IsFalse)
        && ((schemas.Count == 1 && (schemas[0] as JsonObject)?.ContainsKey("allOf") != true) || !_collector.Collect(schemas, mustEnd: true).IsContradictory());

    // The members of a map have no names that could be unknown.
    private static bool IsMap(SchemaParts parts) => parts.Further() is not null
        || (parts.Find("patternProperties") is JsonObject && parts.Find("properties") is null);

    // A property that says itself what it must be knows better than the discriminator.
    private static void AddTags(JsonObject result, SchemaParts parts, IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>> properties)
    {
        foreach ((string property, IReadOnlyList<string> tags) in parts.Tags)
        {
            if (!(SchemaText.Text(result[property]) is { } own && tags.Contains(own)))
            {
                result[property] = tags[0];
            }
        }
    }

    private void AddFurther(JsonObject result, SchemaParts parts, bool isFull, int depth)
    {
        int least = (int)(parts.Highest("minProperties") ?? 0);
        int most = (int)(parts.Lowest("maxProperties") ?? int.MaxValue);
        foreach ((string pattern, JsonNode? schema) in parts.Find("patternProperties") as JsonObject ?? [])
        {
            if (isFull && result.Count < most && PatternText.Generate(pattern, _choices.Variant) is { } key)
            {
                result[key] = Build([schema], depth + 1);
            }
        }

        JsonObject? further = parts.Further();
        bool wantsOne = further is not null && isFull && _choices.HasOptional() && result.Count < most;
        for (int i = 0; i < 10 && (result.Count < least || (wantsOne && i == 0)); i++)
        {
            string key = parts.Find("propertyNames") is JsonObject names
                ? Build([names], DeepestDepth)?.ToString() ?? "key"
                : i == 0 ? "a key" : $"a key {i}";
            result[key] = Build([further], depth + 1);
        }
    }

    private JsonArray BuildArray(SchemaParts parts, int depth)
    {
        JsonNode? items = parts.Find("items");
        JsonArray? first = parts.Find("prefixItems") as JsonArray ?? items as JsonArray;
        JsonArray result = [.. (first ?? []).Select(item => Build([item], depth + 1))];
        bool isFull = depth < _kind.Depth && _values < MostValues && _choices.HasOptional();
        double wanted = Math.Max(parts.Highest("minItems") ?? 0, first is null && isFull ? _choices.ItemCount() : 0);
        wanted = Math.Min(wanted, parts.Lowest("maxItems") ?? wanted);
        bool areUnique = parts.FindAll("uniqueItems").Any(SchemaText.IsTrue);
        IReadOnlyList<JsonNode?> schemas = [.. parts.FindAll("items").Where(item => item is not JsonArray)];
        for (int i = 0; result.Count < wanted && i < MostValues; i++)
        {
            JsonNode? item = areUnique && i > 0 ? BuildOther(schemas, i) : Build(schemas, depth + 1);
            if (!areUnique || !result.Any(known => JsonNode.DeepEquals(known, item)))
            {
                result.Add(item);
            }
        }

        return result;
    }

    // Other choices give another item.
    private JsonNode? BuildOther(IReadOnlyList<JsonNode?> schemas, int number) =>
        new InstanceBuilder(_collector.Document, _kind with { Variant = _kind.Variant + number, Seed = null }).Build(schemas, _kind.Depth);

    private static JsonNode Anything() => JsonNode.Parse("""{"any":[1,-2.5e-3,"two",null,true,{"three":"\"'\u00e9\ud83d\ude00"}]}""")!;
}
