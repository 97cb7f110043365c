using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes properties of models.</summary>
internal static class MemberMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("property removed", "property.removed", (site, turn) => Own(site, turn, null, (_, name, type) => Remove(type, name), "type.removed")),
        new("property renamed", "property.renamed", Renamed),
        new("property optional", "property.optional", (site, turn) => Own(site, turn, null, (fact, name, type) => fact.Has("required") && Unrequire(type, name))),
        new("property required", "property.required", (site, turn) => Own(site, turn, TypeDirections.Received, Require)),
        new("property of a request required", "property.required", (site, turn) => Own(site, turn, TypeDirections.Sent, Require)),
        new("property nullable", "property.nullable.widened", (site, turn) => OwnValue(site, turn, null, (_, value) => Nullable(site, value))),
        new("property not nullable", "property.nullable.narrowed", (site, turn) => OwnValue(site, turn, null, (_, value) => NotNullable(value))),
        new("property retyped", "property.type", (site, turn) => OwnValue(site, turn, TypeDirections.Received, (_, value) => Values.Retype(value))),
        new("property of a request retyped", "property.type", (site, turn) => OwnValue(site, turn, TypeDirections.Sent, (_, value) => Values.Retype(value))),
        new("property added", "property.added", (site, turn) => Added(site, turn, TypeDirections.Received, isRequired: false)),
        new("property of a request added", "property.added", (site, turn) => Added(site, turn, TypeDirections.Sent, isRequired: false)),
        new("required property of a request added", "property.added.required", (site, turn) => Added(site, turn, TypeDirections.Sent, isRequired: true)),
        new("property's default", "property.default", (site, turn) => OwnValue(site, turn, TypeDirections.Sent, (fact, value) => fact.Has("optional") && Values.Redefault(value))),
        new("property's bound narrowed", "constraint.narrowed", (site, turn) => OwnValue(site, turn, TypeDirections.Sent, (_, value) => Values.Narrow(Values.Inner(value)))),
        new("property's bound widened", "constraint.widened", (site, turn) => OwnValue(site, turn, TypeDirections.Sent, (_, value) => Values.Widen(Values.Inner(value)))),
        new("constant changed", "property.constant", (site, turn) => OwnValue(site, turn, null, (_, value) => Constant(value))),
        new("property deprecated", "property.deprecated", (site, turn) => OwnValue(site, turn, null, (fact, value) => !fact.Has("deprecated") && Values.Set(value, "deprecated", true), "type.deprecated")),
    ];

    // A property that its own type says, of a type that one schema says.
    private static IEnumerable<(Fact Fact, string Name, JsonObject Type)> Members(Site site, int turn, string? way) =>
        from fact in site.Of(FactKind.Member, turn)
        let type = site.TypeOf(fact.Owner)
        where type is { Type: "object" } && (way is null || type.Has(way)) && !site.IsTag(fact.Part)
        let node = site.At(type.Pointer)
        where node?["properties"] is JsonObject { Count: > 1 } properties && properties[fact.Part] is JsonObject && !node.ContainsKey("allOf") && !node.ContainsKey("$ref")
        select (fact, fact.Part, node);

    private static Made? Own(Site site, int turn, string? way, Func<Fact, string, JsonObject, bool> change, params string[] follow)
    {
        foreach ((Fact fact, string name, JsonObject type) in Members(site, turn, way))
        {
            if (change(fact, name, type))
            {
                return new Made(fact.Key, follow);
            }
        }

        return null;
    }

    private static Made? OwnValue(Site site, int turn, string? way, Func<Fact, JsonObject, bool> change, params string[] follow) =>
        Own(site, turn, way, (fact, name, type) => type["properties"]![name] is JsonObject value && !value.ContainsKey("$ref") && change(fact, value), follow);

    private static Made? Added(Site site, int turn, string way, bool isRequired)
    {
        foreach ((Fact fact, _, JsonObject type) in Members(site, turn, way))
        {
            type["properties"]!["mutated_extra"] = new JsonObject { ["type"] = "string" };
            return isRequired && !Require(type, "mutated_extra") ? null : new Made($"{fact.Owner}.mutated_extra");
        }

        return null;
    }

    private static Made? Renamed(Site site, int turn)
    {
        foreach ((Fact fact, string name, JsonObject type) in Members(site, turn, null))
        {
            // Of two that say the same nobody can tell which has another name: here one went, and one came.
            if (type["properties"]![name] is JsonObject value && !fact.Has("constant") && (value.ContainsKey("$ref") || Values.IsPlain(value, "string", "integer", "number", "boolean")))
            {
                Site.Rename((JsonObject)type["properties"]!, name, name + "_mutated");
                if (Unrequire(type, name))
                {
                    Require(type, name + "_mutated");
                }

                return new Made(fact.Key + "_mutated", "name.changed");
            }
        }

        return null;
    }

    private static bool Remove(JsonObject type, string name)
    {
        Unrequire(type, name);
        return ((JsonObject)type["properties"]!).Remove(name);
    }

    private static bool Unrequire(JsonObject type, string name) =>
        type["required"] is JsonArray list && list.FirstOrDefault(one => one?.ToString() == name) is { } found && list.Remove(found);

    private static bool Require(Fact fact, string name, JsonObject type) =>
        fact.Has("optional") && type["properties"]![name] is JsonObject value && !value.ContainsKey("const") && value["enum"] is not JsonArray { Count: 1 } && Require(type, name);

    private static bool Require(JsonObject type, string name)
    {
        type["required"] ??= new JsonArray();
        if (type["required"] is not JsonArray list)
        {
            return false;
        }

        list.Add(name);
        return true;
    }

    private static bool Nullable(Site site, JsonObject value)
    {
        if (site.IsSwagger || !Values.IsPlain(value, "string", "integer", "boolean", "number") || value.ContainsKey("nullable"))
        {
            return false;
        }

        if (site.HasNullType)
        {
            value["type"] = new JsonArray(value["type"]!.ToString(), "null");
        }
        else
        {
            value["nullable"] = true;
        }

        return true;
    }

    private static bool NotNullable(JsonObject value)
    {
        if (value.ContainsKey("default"))
        {
            return false;
        }

        if (value["nullable"]?.ToString() == "true" && value["type"] is JsonValue && value["enum"] is null)
        {
            return value.Remove("nullable");
        }

        if (value["type"] is JsonArray { Count: 2 } types && types.FirstOrDefault(one => one?.ToString() == "null") is { } none && value["enum"] is null)
        {
            types.Remove(none);
            return true;
        }

        return value["anyOf"] is JsonArray { Count: 2 } branches && branches.All(branch => branch is JsonObject { Count: > 0 }) && branches.FirstOrDefault(branch => branch?["type"]?.ToString() == "null") is { } empty && branches.Remove(empty);
    }

    private static bool Constant(JsonObject value)
    {
        if (value.ContainsKey("default"))
        {
            return false;
        }

        if (value["const"] is JsonValue one && one.GetValueKind() == System.Text.Json.JsonValueKind.String)
        {
            value["const"] = "mutated";
            if (value.ContainsKey("enum"))
            {
                value["enum"] = new JsonArray("mutated");
            }

            return true;
        }

        if (value["enum"] is JsonArray { Count: 1 } && value["type"]?.ToString() == "string")
        {
            value["enum"] = new JsonArray("mutated");
            return true;
        }

        return false;
    }
}
