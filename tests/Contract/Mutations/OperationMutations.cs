using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes operations.</summary>
internal static class OperationMutations
{
    // What is reached from one place alone comes and goes with it.
    private const string TypeGone = "type.removed";

    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("operation removed", "operation.removed", Removed),
        new("operation moved", "operation.moved", Moved),
        new("function renamed", "name.changed", Renamed) { IsOfNames = true },
        new("operation retagged", "operation.regrouped", Retagged) { IsOfNames = true },
        new("operation deprecated", "operation.deprecated", (site, turn) => Deprecated(site, turn, was: false)),
        new("operation reactivated", "operation.reactivated", (site, turn) => Deprecated(site, turn, was: true)),
        new("scope added", "security.scope.added", ScopeAdded),
    ];

    /// <summary>Gets the operations, each with its object and its method.</summary>
    public static IEnumerable<(Fact Fact, JsonObject Node)> Operations(Site site, int turn) =>
        from fact in site.Of(FactKind.Operation, turn)
        let node = site.At(fact.Pointer)
        where node is not null && fact.Pointer.StartsWith("/paths/", StringComparison.Ordinal)
            && s_methods.Contains(fact.Pointer[(fact.Pointer.LastIndexOf('/') + 1)..])
            && !site.IsReferredTo(fact.Pointer)
            // Several methods may read the answers of one.
            && site.HasOneMethod(fact.Owner)
        select (fact, node);

    private static Made? Removed(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            ((JsonObject)node.Parent!).Remove(node.GetPropertyName());
            return new Made(fact.Key, TypeGone);
        }

        return null;
    }

    private static Made? Moved(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            JsonObject item = (JsonObject)node.Parent!;
            string path = item.GetPropertyName();
            if (node["operationId"] is { } id && node["tags"] is JsonArray { Count: > 0 } && !path.EndsWith('/') && !path.Contains('?', StringComparison.Ordinal)
                && item.Count(member => s_methods.Contains(member.Key)) == 1 && item.Parent is JsonObject paths && paths == site.Root["paths"]
                && !paths.ContainsKey(path + "/moved"))
            {
                // FastAPI's names have the path in them.
                string suffix = $"{Suffix(path)}_{node.GetPropertyName()}";
                if (id.ToString().EndsWith(suffix, StringComparison.Ordinal))
                {
                    node["operationId"] = $"{id.ToString()[..^suffix.Length]}{Suffix(path)}_moved_{node.GetPropertyName()}";
                }

                Site.Rename(paths, path, path + "/moved");
                return new Made(fact.Owner + "/moved", "name.changed");
            }
        }

        return null;
    }

    private static string Suffix(string path) => string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    // Types that have the function's name go along, and a neighbour that wanted its name gets it.
    private static Made? Renamed(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            if (node.ContainsKey("operationId"))
            {
                node["operationId"] = "mutated_function";
                return new Made(fact.Key, "name.changed");
            }
        }

        return null;
    }

    private static Made? Retagged(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            if (node["tags"] is JsonArray { Count: > 0 } tags && node.ContainsKey("operationId") && fact.Name.Contains('.', StringComparison.Ordinal)
                && site.Facts.Count(other => other.Kind == FactKind.Operation && other.Name[(other.Name.IndexOf('.') + 1)..] == fact.Name[(fact.Name.IndexOf('.') + 1)..]) == 1)
            {
                tags[0] = "mutated group";
                return new Made(fact.Key, "name.changed", "operation.regrouped");
            }
        }

        return null;
    }

    private static Made? Deprecated(Site site, int turn, bool was)
    {
        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            if (fact.Has("deprecated") == was)
            {
                node["deprecated"] = !was;
                return new Made(fact.Key);
            }
        }

        return null;
    }

    private static Made? ScopeAdded(Site site, int turn)
    {
        JsonNode? schemes = site.Root["components"]?["securitySchemes"] ?? site.Root["securityDefinitions"];
        string? scheme = (schemes as JsonObject)?.FirstOrDefault(one => one.Value?["type"]?.ToString() == "oauth2").Key;
        if (scheme is null)
        {
            return null;
        }

        foreach ((Fact fact, JsonObject node) in Operations(site, turn))
        {
            JsonArray security = (node["security"] ?? site.Root["security"])?.DeepClone() as JsonArray ?? [];
            if (security is [JsonObject only] && only[scheme] is JsonArray scopes)
            {
                scopes.Add("mutated:scope");
                node["security"] = security;
                return new Made(fact.Key);
            }
        }

        return null;
    }
}
