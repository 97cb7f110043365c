using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using Spelling = DatabricksApps.Gen.Binding.Spelling.Words;

namespace DatabricksApps.Shuffle;

/// <summary>
/// Puts one operation or schema more into a document, which uses the words that the document uses: what stands there
/// already keeps its name.
/// </summary>
/// <param name="Pointer">Where the newcomer stands.</param>
/// <param name="Root">The document with it.</param>
/// <param name="Alone">A document that has nothing else: its names are those that the newcomer wants.</param>
/// <param name="Words">Its properties: a type that it shares with others wants to be called after one of them alone.</param>
internal sealed record Neighbour(string Pointer, JsonObject Root, JsonObject Alone, IReadOnlyList<string> Words)
{
    /// <summary>Adds a newcomer to a document.</summary>
    public static Neighbour Add(JsonObject document, int seed)
    {
        Random random = new(seed);
        bool isSwagger = document.ContainsKey("swagger");
        JsonObject schema = Schema(random, Properties(document));
        return seed % 2 == 0 ? AddOperation(document, random, schema, isSwagger) : AddSchema(document, random, schema, isSwagger);
    }

    /// <summary>Finds what of the document has changed, but for the names that the newcomer wants too.</summary>
    public IReadOnlyList<Difference> Compare(DocumentFile file, ClientModel? before)
    {
        HashSet<string> wanted = [.. file.Bind(Alone)?.Types.Select(type => type.Name) ?? [], .. Words.Select(Spelling.Pascal)];
        return [.. ClientFacts.Compare(before, file.Bind(Root), Pointer).Where(difference => !IsWanted(difference, wanted))];
    }

    private static bool IsWanted(Difference difference, HashSet<string> wanted) =>
        difference.Fact.Kind == DifferenceKind.TypeName && wanted.Contains(difference.Before!);

    private static Neighbour AddOperation(JsonObject document, Random random, JsonObject schema, bool isSwagger)
    {
        string path = "/api/newcomer/" + random.Next(1000);
        JsonNode? tag = random.Next(2) == 0 ? null : FirstTag(document);
        JsonObject operation = new() { ["operationId"] = "newcomer" };
        if (tag is not null)
        {
            operation["tags"] = new JsonArray(tag.DeepClone());
        }

        JsonObject answer = (JsonObject)schema.DeepClone();
        if (isSwagger)
        {
            operation["parameters"] = new JsonArray(new JsonObject { ["in"] = "body", ["name"] = "body", ["schema"] = schema });
            operation["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "", ["schema"] = answer } };
        }
        else
        {
            operation["requestBody"] = Content(schema);
            operation["responses"] = new JsonObject { ["200"] = Content(answer) };
        }

        JsonObject item = new() { ["post"] = operation };
        string pointer = "/paths/" + path.Replace("/", "~1");
        return new Neighbour(
            pointer,
            With(document, "paths", paths => Insert(paths, path, item, random)),
            With(document, "paths", _ => new JsonObject { [path] = item.DeepClone() }, isAlone: true),
            WordsOf(schema));
    }

    private static Neighbour AddSchema(JsonObject document, Random random, JsonObject schema, bool isSwagger)
    {
        string name = "Newcomer" + random.Next(1000);
        JsonObject Schemas(JsonObject? all, bool isAlone) =>
            isAlone ? new JsonObject { [name] = schema.DeepClone() } : Insert(all, name, schema, random);

        if (isSwagger)
        {
            return new Neighbour(
                "/definitions/" + name,
                With(document, "definitions", all => Schemas(all, isAlone: false)),
                With(document, "definitions", all => Schemas(all, isAlone: true), isAlone: true),
                WordsOf(schema));
        }

        return new Neighbour(
            "/components/schemas/" + name,
            With(document, "components", all => With(all ?? [], "schemas", schemas => Schemas(schemas, isAlone: false))),
            With(document, "components", _ => new JsonObject { ["schemas"] = Schemas(null, isAlone: true) }, isAlone: true),
            WordsOf(schema));
    }

    private static JsonObject Content(JsonObject schema) => new()
    {
        ["description"] = "",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static IReadOnlyList<string> WordsOf(JsonObject schema) => [.. ((JsonObject)schema["properties"]!).Select(property => property.Key)];

    /// <summary>Half of the properties are such as the document has already, which may make two places one type.</summary>
    private static JsonObject Schema(Random random, IReadOnlyDictionary<string, JsonObject> known)
    {
        JsonObject properties = [];
        foreach (string word in known.Keys.OrderBy(_ => random.Next()).Take(3).Concat(["status", "id", "data"]).Distinct())
        {
            properties[word] = random.Next(6) switch
            {
                0 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("newcomer", "other") },
                1 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["newcomer"] = new JsonObject { ["type"] = "string" } } },
                2 => new JsonObject { ["type"] = "integer" },
                _ => known.GetValueOrDefault(word)?.DeepClone() ?? new JsonObject { ["type"] = "string" },
            };
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    /// <summary>Gets the document with another value under a key, or (alone) with nothing but its heads and that.</summary>
    private static JsonObject With(JsonObject all, string key, Func<JsonObject?, JsonObject> change, bool isAlone = false)
    {
        JsonObject result = [];
        foreach ((string name, JsonNode? value) in all.Where(member => member.Key != key && !(isAlone && member.Key is "paths" or "components" or "definitions" or "webhooks")))
        {
            result[name] = value?.DeepClone();
        }

        result[key] = change(all[key] as JsonObject);
        if (isAlone && key != "paths")
        {
            result["paths"] = new JsonObject();
        }

        return result;
    }

    private static JsonObject Insert(JsonObject? all, string key, JsonObject value, Random random)
    {
        List<KeyValuePair<string, JsonNode?>> members = [.. (all ?? []).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))];
        members.Insert(random.Next(members.Count + 1), KeyValuePair.Create<string, JsonNode?>(key, value.DeepClone()));
        return new JsonObject(members);
    }

    private static JsonNode? FirstTag(JsonObject document) => (document["paths"] as JsonObject)?
        .Select(path => path.Value)
        .OfType<JsonObject>()
        .SelectMany(path => path.Select(operation => operation.Value).OfType<JsonObject>())
        .Select(operation => operation["tags"] is JsonArray { Count: > 0 } tags ? tags[0] : null)
        .FirstOrDefault(tag => tag is JsonValue);

    /// <summary>Finds properties with a type of their own, a few hundred at most.</summary>
    private static Dictionary<string, JsonObject> Properties(JsonObject document)
    {
        Dictionary<string, JsonObject> result = [];
        foreach (KeyValuePair<string, JsonNode?> property in Descendants(document).Select(node => node["properties"]).OfType<JsonObject>().SelectMany(all => all).Take(3000))
        {
            if (property.Value is JsonObject schema && (schema.ContainsKey("enum") || schema.ContainsKey("properties") || schema.ContainsKey("anyOf")))
            {
                result.TryAdd(property.Key, schema);
            }
        }

        return result;
    }

    private static IEnumerable<JsonObject> Descendants(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Descendants(member.Value)).Prepend(value),
        JsonArray array => array.SelectMany(Descendants),
        _ => [],
    };
}
