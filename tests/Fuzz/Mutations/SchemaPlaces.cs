using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Finds the schemas of a document, and what they can refer to.</summary>
internal static class SchemaPlaces
{
    private static readonly string[] s_marks =
        ["type", "$ref", "properties", "allOf", "anyOf", "oneOf", "items", "enum", "additionalProperties", "prefixItems", "const", "format"];

    /// <summary>Picks a schema; null: there is none.</summary>
    public static Place? Pick(Node root, Chance chance)
    {
        Place[] schemas = [.. root.Places().Where(IsSchema)];
        return schemas.Length == 0 ? null : chance.Pick(schemas);
    }

    /// <summary>Picks what a reference can point at: a component, mostly, or a place that is none.</summary>
    public static string PickTarget(Node root, Chance chance)
    {
        string[] components = [.. Components(root)];
        return components.Length > 0 && chance.Is(88)
            ? chance.Pick(components)
            : chance.Pick(
            [
                "#", "#/", "#/components/schemas/Nowhere", "#/paths", "#/components", "other.json#/a", "https://example.com/a.json", "", "Nowhere",
                "#anchor", "#/info/title",
                "#/components/schemas/a~1b%20c", "#/components/schemas/" + Texts.Canary, "fuzz.openapi.json#/components/schemas/Item", "//", "%",
                "#/%zz", "urn:a:b",
            ]);
    }

    /// <summary>Lists the named schemas as references.</summary>
    public static IEnumerable<string> Components(Node root) =>
        (root["components"]?["schemas"]?.Children ?? []).Select(child => "#/components/schemas/" + Escape(child.Key))
            .Concat((root["definitions"]?.Children ?? []).Select(child => "#/definitions/" + Escape(child.Key)));

    /// <summary>Escapes a key for a pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    private static bool IsSchema(Place place) =>
        place.Node.Kind == NodeKind.Object && place.Node.Children.Exists(child => s_marks.Contains(child.Key)) && place.Key is not "properties";
}
