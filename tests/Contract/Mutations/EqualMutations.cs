using System.Text.Json.Nodes;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes documents so that their clients promise the same.</summary>
internal static class EqualMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("paths in another order", null, (site, turn) => Shuffle(site.Root["paths"], turn)),
        new("schemas in another order", null, (site, turn) => Shuffle(Schemas(site), turn)),
        new("properties in another order", null, (site, turn) => Everywhere(Schemas(site), (node, name) => name == "properties" && Shuffle(node, turn) is not null)),
        new("required in another order", null, (site, _) => Everywhere(site.Root, (node, name) => name == "required" && node is JsonArray list && Reverse(list))),
        new("values in another order", null, (site, _) => Everywhere(site.Root, (node, name) => name == "enum" && node is JsonArray list && Reverse(list))),
        new("other descriptions", null, (site, _) => Texts(site, "description", "summary")),
        new("other examples", null, (site, _) => Texts(site, "example")),
        new("null spelled otherwise", null, (site, _) => site.HasNullType ? Everywhere(site.Root, (node, _) => node is JsonObject value && SpellNull(value)) : null),
        new("references in allOf", null, (site, _) => site.IsSwagger ? null : Everywhere(Schemas(site), (node, name) => name == "properties" && node is JsonObject properties && Wrap(site, properties))),
        new("parameters inline", null, (site, _) => Inline(site, "parameters", "/parameters/")),
        new("scalar components inline", null, (site, _) => Scalars(site)),
        new("functions of other names, with the lock", null, (site, turn) => WithLock(site, turn, node => node["operationId"] = "mutated_function")),
        new("groups of other names, with the lock", null, (site, turn) => WithLock(site, turn, node => node["tags"] = new JsonArray("mutated group"))),
    ];

    private static readonly string[] s_direct = ["readOnly", "writeOnly", "const", "enum", "$ref"];

    private static readonly Made s_nothing = new("");

    private static JsonNode? Schemas(Site site) => site.Root["components"]?["schemas"] ?? site.Root["definitions"];

    private static Made? Shuffle(JsonNode? node, int turn)
    {
        if (node is not JsonObject { Count: > 1 } members)
        {
            return null;
        }

        KeyValuePair<string, JsonNode?>[] all = [.. members];
        members.Clear();
        new Random(turn).Shuffle(all);
        foreach ((string name, JsonNode? value) in all)
        {
            members.Add(name, value);
        }

        return s_nothing;
    }

    private static bool Reverse(JsonArray list)
    {
        JsonNode?[] all = [.. list];
        list.Clear();
        foreach (JsonNode? one in all.Reverse())
        {
            list.Add(one);
        }

        return all.Length > 1;
    }

    // Of what stands below a map of schemas a name is no keyword.
    private static Made? Everywhere(JsonNode? root, Func<JsonNode, string, bool> change)
    {
        bool isChanged = false;
        Visit(root, "");
        return isChanged ? s_nothing : null;

        void Visit(JsonNode? node, string name)
        {
            if (node is null || name is "example" or "examples" or "default" || name.StartsWith("x-", StringComparison.Ordinal))
            {
                return;
            }

            isChanged |= change(node, name);
            bool isMap = name is "properties" or "schemas" or "definitions" or "paths" or "responses" or "parameters";
            foreach ((string key, JsonNode? member) in node is JsonObject members ? members.ToArray() : [])
            {
                Visit(member, isMap ? "(name)" : key);
            }

            foreach (JsonNode? item in node is JsonArray list ? list.ToArray() : [])
            {
                Visit(item, "(item)");
            }
        }
    }

    private static Made? Texts(Site site, params string[] names) => Everywhere(site.Root, (node, name) =>
    {
        bool isChanged = false;
        foreach (string text in node is JsonObject members && name is not ("properties" or "responses" or "schemas" or "definitions") ? names : [])
        {
            if (node[text] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            {
                node[text] = value + " Mutated.";
                isChanged = true;
            }
        }

        return isChanged;
    });

    private static bool SpellNull(JsonObject value)
    {
        if (value["anyOf"] is JsonArray { Count: 2 } branches && branches[1] is JsonObject { Count: 1 } none && none["type"]?.ToString() == "null"
            && branches[0] is JsonObject { Count: 1 } one && one["type"] is JsonValue type && type.ToString() is "string" or "integer" or "number" or "boolean"
            && value.All(member => member.Key is "anyOf" or "title" or "description" or "deprecated"))
        {
            value.Remove("anyOf");
            value["type"] = new JsonArray(branches[0]!["type"]!.ToString(), "null");
            return true;
        }

        if (value["type"] is JsonArray { Count: 2 } types && types[1]?.ToString() == "null" && types[0]!.ToString() is "string" or "integer" or "number" or "boolean"
            && value.All(member => member.Key is "type" or "title" or "description" or "deprecated"))
        {
            value["anyOf"] = new JsonArray(new JsonObject { ["type"] = value["type"]![0]!.ToString() }, new JsonObject { ["type"] = "null" });
            return value.Remove("type");
        }

        return false;
    }

    private static bool Wrap(Site site, JsonObject properties)
    {
        bool isChanged = false;
        foreach ((string name, JsonNode? value) in properties.ToArray())
        {
            if (value is JsonObject { Count: 1 } reference && reference["$ref"] is JsonValue && site.Follow(reference) is not null)
            {
                properties[name] = null;
                properties[name] = new JsonObject { ["allOf"] = new JsonArray(reference) };
                isChanged = true;
            }
        }

        return isChanged;
    }

    private static Made? Inline(Site site, string list, string part) => Everywhere(site.Root["paths"], (node, name) =>
    {
        bool isChanged = false;
        for (int i = 0; name == list && node is JsonArray all && i < all.Count; i++)
        {
            if (all[i]?["$ref"]?.ToString() is { } reference && reference.Contains(part, StringComparison.Ordinal) && site.Follow(all[i]) is { } target
                && target["schema"] is null or JsonObject && !IsNamed(target["schema"]))
            {
                all[i] = target.DeepClone();
                isChanged = true;
            }
        }

        return isChanged;
    });

    // What is a type stands at another place if it is inline.
    private static bool IsNamed(JsonNode? schema) => schema is JsonObject value && !value.ContainsKey("$ref") && !Values.IsPlain(value, "string", "integer", "number", "boolean");

    private static Made? Scalars(Site site) => Everywhere(Schemas(site), (node, name) =>
    {
        bool isChanged = false;
        foreach ((string key, JsonNode? value) in name == "properties" && node is JsonObject properties ? properties.ToArray() : [])
        {
            if (value is JsonObject { Count: 1 } && value["$ref"] is JsonValue && site.Follow(value) is { } target && Values.IsPlain(target, "string", "integer", "number", "boolean")
                && !target.ContainsKey("default") && !target.ContainsKey("title") && !target.ContainsKey("deprecated") && !s_direct.Any(target.ContainsKey))
            {
                node[key] = target.DeepClone();
                isChanged = true;
            }
        }

        return isChanged;
    });

    private static Made? WithLock(Site site, int turn, Action<JsonObject> change)
    {
        foreach ((_, JsonObject node) in OperationMutations.Operations(site, turn))
        {
            if (node.ContainsKey("operationId") && node["tags"] is JsonArray { Count: > 0 })
            {
                change(node);
                return s_nothing;
            }
        }

        return null;
    }
}
