using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes values of enums and cases of unions.</summary>
internal static class ChoiceMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("enum value added", "enum.value.added", ValueAdded),
        new("enum value removed", "enum.value.removed", ValueRemoved),
        new("union case added", "union.case.added", CaseAdded),
        new("union case removed", "union.case.removed", CaseRemoved),
    ];

    private static IEnumerable<(Fact Fact, JsonObject Type)> Parts(Site site, FactKind kind, int turn) =>
        from fact in site.Of(kind, turn)
        let type = site.TypeOf(fact.Owner)
        let node = type is null ? null : site.At(type.Pointer)
        where node is not null
        select (fact, node);

    private static IEnumerable<(Fact Fact, JsonArray Values)> Enums(Site site, int turn) =>
        from part in Parts(site, FactKind.Value, turn)
        let values = Values.Inner(part.Type)["enum"] as JsonArray
        where values is { Count: > 2 } && values.Any(value => value?.ToString() == part.Fact.Part) && values.All(value => value is null || value.GetValueKind() == System.Text.Json.JsonValueKind.String)
        select (part.Fact, values);

    private static Made? ValueAdded(Site site, int turn)
    {
        foreach ((Fact fact, JsonArray values) in Enums(site, turn))
        {
            values.Add("mutated_value");
            return new Made($"{fact.Owner} = mutated_value");
        }

        return null;
    }

    private static Made? ValueRemoved(Site site, int turn)
    {
        foreach ((Fact fact, JsonArray values) in Enums(site, turn))
        {
            // A default that is no value any more is none.
            if (!((JsonObject)values.Parent!).ContainsKey("default") && !site.Facts.Any(other => other.Get("default")?.Trim('"') == fact.Part))
            {
                values.Remove(values.First(value => value?.ToString() == fact.Part));
                return new Made(fact.Key);
            }
        }

        return null;
    }

    private static IEnumerable<(Fact Fact, JsonObject Type, JsonArray Cases)> Unions(Site site, int turn) =>
        from part in Parts(site, FactKind.Case, turn)
        let inner = part.Type
        let cases = (inner["oneOf"] ?? inner["anyOf"]) as JsonArray
        where cases is { Count: > 1 }
        select (part.Fact, inner, cases);

    private static Made? CaseAdded(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject type, JsonArray cases) in Unions(site, turn))
        {
            bool isKnown = site.Facts.Any(other => other.Kind == FactKind.Case && other.Owner == fact.Owner && other.Part is "boolean" or "any");
            if (!isKnown && !type.ContainsKey("discriminator") && site.Facts.First(other => other.Kind == FactKind.Type && other.Owner == fact.Owner).Type == "union"
                && cases.All(one => one?["type"]?.ToString() != "null" && one is JsonObject { Count: > 0 }))
            {
                cases.Add(new JsonObject { ["type"] = "boolean" });
                return new Made($"{fact.Owner} | boolean");
            }
        }

        return null;
    }

    private static Made? CaseRemoved(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject type, JsonArray cases) in Unions(site, turn))
        {
            // A component's type has its name.
            if (site.Facts.Count(other => other.Kind == FactKind.Case && other.Owner == fact.Owner) > 2
                && cases.OfType<JsonObject>().Where(one => one["$ref"]?.ToString().EndsWith("/" + fact.Part, StringComparison.Ordinal) == true).ToArray() is [var only])
            {
                cases.Remove(only);
                foreach ((string tag, _) in ((type["discriminator"]?["mapping"] as JsonObject)?.ToArray() ?? [])
                    .Where(one => one.Value?.ToString() is { } target && (target == only["$ref"]!.ToString() || target == fact.Part)))
                {
                    ((JsonObject)type["discriminator"]!["mapping"]!).Remove(tag);
                }

                // With another set of cases something else may tell them apart.
                return new Made(fact.Key, "type.removed", "union.tag", "property.constant");
            }
        }

        return null;
    }
}
