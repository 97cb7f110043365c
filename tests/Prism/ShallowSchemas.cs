using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Prism;

/// <summary>Makes a document's schemas as deep as two references, for documents that Prism would never be done with.</summary>
/// <remarks>
/// Prism writes each operation's schemas out, whatever they refer to in them: where hundreds refer to each other
/// (Stripe's), even one operation has no end. Each schema is copied for each level here. Below the last one a member that
/// refers further is left out, or any value where it is required; what the client sends there is let pass.
/// </remarks>
internal static class ShallowSchemas
{
    private const int Levels = 2;

    /// <summary>Makes the schemas of a document shallow.</summary>
    /// <param name="root">The document, which is changed.</param>
    /// <param name="document">The document as it was read.</param>
    public static void Make(JsonObject root, RawDocument document)
    {
        JsonObject schemas = document.IsSwagger ? (root["definitions"] as JsonObject ?? []) : (root["components"]?["schemas"] as JsonObject ?? []);
        string prefix = "#" + document.SchemasPointer;
        KeyValuePair<string, JsonNode?>[] all = [.. schemas.Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone()))];
        schemas.Clear();
        Refer(root, prefix, 1);
        foreach ((string name, JsonNode? schema) in all)
        {
            for (int level = 1; level <= Levels; level++)
            {
                JsonNode? copy = schema?.DeepClone();
                Refer(copy, prefix, level + 1);
                schemas.Add(NameAt(name, level), copy);
            }
        }
    }

    private static void Refer(JsonNode? node, string prefix, int level)
    {
        switch (node)
        {
            case JsonObject reference when reference["$ref"] is JsonValue value && value.ToString() is var target && target.StartsWith(prefix, StringComparison.Ordinal):
                reference.Clear();
                if (level <= Levels)
                {
                    reference.Add("$ref", NameAt(target, level));
                }

                break;
            case JsonObject members:
                // Its mapping names schemas of no level, and no keyword of JSON Schema needs it.
                if (members["discriminator"] is JsonObject discriminator && discriminator["propertyName"] is JsonValue)
                {
                    members.Remove("discriminator");
                }

                if (level > Levels)
                {
                    Cut(members, prefix);
                }

                foreach ((string _, JsonNode? member) in members)
                {
                    Refer(member, prefix, level);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Refer(item, prefix, level);
                }

                break;
        }
    }

    private static void Cut(JsonObject schema, string prefix)
    {
        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(name => name?.ToString() ?? "")];
        if (schema["properties"] is JsonObject properties)
        {
            foreach (string name in properties.Where(property => !required.Contains(property.Key) && Refers(property.Value, prefix)).Select(property => property.Key).ToArray())
            {
                properties.Remove(name);
            }
        }

        foreach (JsonArray branches in new[] { schema["anyOf"], schema["oneOf"] }.OfType<JsonArray>())
        {
            JsonNode?[] further = [.. branches.Where(branch => Refers(branch, prefix))];
            foreach (JsonNode? branch in further.Length < branches.Count ? further : [])
            {
                branches.Remove(branch);
            }
        }
    }

    private static bool Refers(JsonNode? node, string prefix) => node switch
    {
        JsonObject members => members["$ref"]?.ToString().StartsWith(prefix, StringComparison.Ordinal) == true || members.Any(member => Refers(member.Value, prefix)),
        JsonArray items => items.Any(item => Refers(item, prefix)),
        _ => false,
    };

    private static string NameAt(string name, int level) => $"{name}_L{level}";
}
