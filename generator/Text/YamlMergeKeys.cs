using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Text;

/// <summary>Applies the key <c>&lt;&lt;</c>, by which YAML authors take the members of another mapping along.</summary>
internal static class YamlMergeKeys
{
    private const string Key = "<<";

    /// <summary>Replaces the key by the members that it brings; those of the mapping itself win.</summary>
    public static void Apply(JsonNode? container, int depth, YamlAnchors anchors)
    {
        if (container is not JsonObject members || members.Get(Key) is not { } merged)
        {
            return;
        }

        if (merged is JsonObject single)
        {
            members.Remove(Key);
            Add(members, single, depth, anchors);
        }
        else if (merged is JsonArray several)
        {
            members.Remove(Key);
            foreach (JsonNode? item in several)
            {
                if (item is JsonObject one)
                {
                    Add(members, one, depth, anchors);
                }
            }
        }
    }

    private static void Add(JsonObject members, JsonObject merged, int depth, YamlAnchors anchors)
    {
        foreach (KeyValuePair<string, JsonNode?> member in merged)
        {
            if (!members.ContainsKey(member.Key))
            {
                members[member.Key] = anchors.Copy(member.Value, depth);
            }
        }
    }
}
