using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>The members of the outline that are the same in all versions.</summary>
internal static class OutlineFacts
{
    public static JsonObject Info(JsonObject root)
    {
        JsonObject info = new();
        if (root.GetObject("info") is { } members)
        {
            Outline.CopyText(members, info, "title");
            Outline.CopyText(members, info, "summary");
            Outline.CopyText(members, info, "description");
            Outline.CopyText(members, info, "version");
        }

        return info;
    }

    public static JsonArray Tags(JsonObject root)
    {
        JsonArray tags = new();
        foreach (JsonNode? item in root.GetArray("tags") ?? new JsonArray())
        {
            if (item is JsonObject members && members.GetText("name") is { } name)
            {
                JsonObject tag = new() { ["name"] = name };
                Outline.CopyText(members, tag, "description");
                tags.Add(tag);
            }
        }

        return tags;
    }

    /// <summary>Builds the security that an object declares; null if it has none.</summary>
    public static JsonArray? Security(JsonObject owner)
    {
        if (owner.GetArray("security") is not { } alternatives)
        {
            return null;
        }

        JsonArray security = new();
        foreach (JsonNode? alternative in alternatives)
        {
            if (alternative is JsonObject schemes)
            {
                JsonObject requirement = new();
                foreach (KeyValuePair<string, JsonNode?> scheme in schemes)
                {
                    // The library refuses a blank name.
                    if (!string.IsNullOrWhiteSpace(scheme.Key))
                    {
                        requirement[scheme.Key] = Outline.Array(scheme.Value.AsTexts());
                    }
                }

                security.Add(requirement);
            }
        }

        return security;
    }
}
