using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes parameters.</summary>
internal static class ParameterMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("parameter removed", "parameter.removed", (site, turn) => Own(site, turn, (fact, node) => node.Parent is JsonArray list && list.Remove(node), "type.removed")),
        new("parameter added", "parameter.added", (site, turn) => Added(site, turn, isRequired: false)),
        new("required parameter added", "parameter.added.required", (site, turn) => Added(site, turn, isRequired: true)),
        new("parameter required", "parameter.required", (site, turn) => Own(site, turn, (fact, node) => fact.Has("optional") && IsWithoutDefault(node) && Values.Set(node, "required", true), "parameter.order")),
        new("parameter optional", "parameter.optional", (site, turn) => Own(site, turn, (fact, node) => fact.Has("required") && Values.Set(node, "required", false), "parameter.order")),
        new("parameter retyped", "parameter.type", (site, turn) => OwnValue(site, turn, (_, value) => Values.Retype(value))),
        new("parameter default", "parameter.default", (site, turn) => OwnValue(site, turn, (fact, value) => fact.Has("optional") && Values.Redefault(value))),
        new("parameter bound narrowed", "constraint.narrowed", (site, turn) => OwnValue(site, turn, (_, value) => Values.Narrow(value))),
        new("parameter bound widened", "constraint.widened", (site, turn) => OwnValue(site, turn, (_, value) => Values.Widen(value))),
        new("parameter deprecated", "parameter.deprecated", (site, turn) => Own(site, turn, (fact, node) => !site.IsSwagger && !fact.Has("deprecated") && Values.Set(node, "deprecated", true))),
        new("parameter renamed", "parameter.renamed", Renamed),
    ];

    // What has a default need not be given, whatever is said of it.
    private static bool IsWithoutDefault(JsonObject node) => !node.ToJsonString().Contains("\"default\"", StringComparison.Ordinal) && node["schema"] is not JsonObject { Count: 1 };

    private static Made? Own(Site site, int turn, Func<Fact, JsonObject, bool> change, params string[] follow)
    {
        foreach ((Fact fact, JsonObject node) in Parameters(site, turn))
        {
            if (change(fact, node))
            {
                return new Made(fact.Key, follow);
            }
        }

        return null;
    }

    private static Made? OwnValue(Site site, int turn, Func<Fact, JsonObject, bool> change) =>
        Own(site, turn, (fact, node) => (site.IsSwagger ? node : node["schema"] as JsonObject) is { } schema && !schema.ContainsKey("$ref") && change(fact, Values.Inner(schema)));

    // A parameter of one call, which its own object says.
    private static IEnumerable<(Fact Fact, JsonObject Node)> Parameters(Site site, int turn) =>
        from fact in site.Of(FactKind.Parameter, turn)
        let node = site.At(fact.Pointer)
        where node?["name"] is not null && fact.Name.Length > 0 && !fact.Part.StartsWith("path ", StringComparison.Ordinal) && fact.Part != "?"
            && fact.Pointer.Split('/') is ["", "paths", _, _, "parameters", _]
            && site.HasOneMethod(fact.Owner) && !site.IsReferredTo(fact.Pointer[..fact.Pointer.LastIndexOf('/')])
        select (fact, node);

    private static Made? Added(Site site, int turn, bool isRequired)
    {
        foreach ((Fact fact, JsonObject node) in OperationMutations.Operations(site, turn))
        {
            if (node["parameters"] is null or JsonArray && !site.Facts.Any(other => other.Owner == fact.Owner && other is { Kind: FactKind.Parameter, Part: "?" }))
            {
                JsonObject added = new() { ["name"] = "mutated_extra", ["in"] = "query" };
                if (isRequired)
                {
                    added["required"] = true;
                }

                if (site.IsSwagger)
                {
                    added["type"] = "string";
                }
                else
                {
                    added["schema"] = new JsonObject { ["type"] = "string" };
                }

                node["parameters"] ??= new JsonArray();
                ((JsonArray)node["parameters"]!).Add(added);
                return new Made($"{fact.Owner} ? mutated_extra");
            }
        }

        return null;
    }

    private static Made? Renamed(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node) in Parameters(site, turn))
        {
            if (fact.Part.StartsWith("? ", StringComparison.Ordinal) && site.Client.Types.All(type => !fact.Words[0].Contains(type.Name, StringComparison.Ordinal)))
            {
                node["name"] = fact.Part[2..] + "_mutated";
                return new Made(fact.Key + "_mutated");
            }
        }

        return null;
    }
}
