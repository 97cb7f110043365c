using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>What <c>$dynamicRef</c> means in schemas that are read by way of another one: a generic's arguments.</summary>
/// <remarks>
/// A <c>$dynamicRef</c> points at the outermost schema on the way that has the <c>$dynamicAnchor</c> (JSON Schema 2020-12,
/// 8.2.3.2). OpenAPI 3.1 writes generics so: a page refers to its items dynamically, and who refers to the page says in
/// <c>$defs</c> what they are.
/// </remarks>
internal sealed class DynamicScope
{
    private readonly Dictionary<string, JsonObject> _bound;

    private DynamicScope(Dictionary<string, JsonObject> bound) => _bound = bound;

    /// <summary>Gets the scope in which what a schema refers to is read; the outer one, if it binds nothing itself.</summary>
    public static DynamicScope? Around(JsonObject schema, DynamicScope? outer)
    {
        if (!schema.ContainsKey("$ref") && !schema.ContainsKey("allOf"))
        {
            return outer;
        }

        List<(string Name, JsonObject Node)> anchors = (schema.GetObject("$defs")?.Select(member => member.Value).OfType<JsonObject>() ?? Enumerable.Empty<JsonObject>())
            .Prepend(schema)
            .Where(node => node.Get("$dynamicAnchor") is JsonValue)
            .Select(node => (node.GetText("$dynamicAnchor")!, node))
            .ToList();
        if (anchors.Count == 0)
        {
            return outer;
        }

        Dictionary<string, JsonObject> bound = outer is null ? new(StringComparer.Ordinal) : new(outer._bound, StringComparer.Ordinal);
        foreach ((string name, JsonObject node) in anchors)
        {
            if (!bound.ContainsKey(name))
            {
                bound.Add(name, node);
            }
        }

        return new DynamicScope(bound);
    }

    /// <summary>Gets what a schema's <c>$dynamicRef</c> means here; null if it has none, or none that is bound.</summary>
    public JsonObject? TargetOf(JsonObject schema)
    {
        string? reference = schema.ContainsKey("$ref") ? null : schema.GetText("$dynamicRef");
        int hash = reference?.IndexOf('#') ?? -1;
        return hash >= 0 && _bound.TryGetValue(reference!.Substring(hash + 1), out JsonObject? target) ? target : null;
    }

    /// <summary>Tells whether a schema, or one in it, refers dynamically to what is bound, so that it is another one here.</summary>
    public bool IsAskedBy(JsonNode schema)
    {
        Stack<JsonNode> open = new();
        open.Push(schema);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            if (node is JsonObject members && TargetOf(members) is not null)
            {
                return true;
            }

            IEnumerable<JsonNode?> parts = node is JsonObject parent ? parent.Select(member => member.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>();
            foreach (JsonNode? part in parts)
            {
                if (part is JsonObject or JsonArray)
                {
                    open.Push(part);
                }
            }
        }

        return false;
    }
}
