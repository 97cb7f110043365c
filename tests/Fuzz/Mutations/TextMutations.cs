using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes of names, texts and numbers.</summary>
internal static class TextMutations
{
    /// <summary>Objects whose keys are names, so that renaming one leaves the document what it is.</summary>
    private static readonly string[] s_maps =
    [
        "properties", "schemas", "definitions", "paths", "mapping", "examples", "headers", "parameters", "securitySchemes", "$defs", "encoding",
        "scopes",
    ];

    /// <summary>Gives a member another name.</summary>
    public static void RenameKey(Node root, Chance chance)
    {
        Place[] keys = [.. root.Places().Where(place => place.Parent.Kind == NodeKind.Object)];
        Place[] maps = [.. keys.Where(place => s_maps.Contains(place.Key) && place.Node.Kind == NodeKind.Object && place.Node.Children.Count > 0)];
        if (maps.Length > 0 && chance.Is(80))
        {
            Child child = chance.Pick(chance.Pick(maps).Node.Children);
            child.Key = Changed(child.Key, chance);
        }
        else if (keys.Length > 0)
        {
            Child child = chance.Pick(keys).Child;
            child.Key = Changed(child.Key, chance);
        }
    }

    /// <summary>Renames a named schema wherever it is referred to.</summary>
    public static void RenameComponent(Node root, Chance chance)
    {
        Node? schemas = root["components"]?["schemas"] ?? root["definitions"];
        if (schemas is not { Kind: NodeKind.Object, Children.Count: > 0 })
        {
            return;
        }

        string prefix = root["definitions"] is null ? "#/components/schemas/" : "#/definitions/";
        Child component = chance.Pick(schemas.Children);
        string old = prefix + SchemaPlaces.Escape(component.Key);
        component.Key = Changed(component.Key, chance);
        string now = prefix + SchemaPlaces.Escape(component.Key);
        foreach (Place place in root.Places().Where(place => place.Node.Kind == NodeKind.Text && place.Node.Value == old))
        {
            place.Child.Node = Node.Text(now);
        }
    }

    /// <summary>Replaces a text, or adds to it.</summary>
    public static void ReplaceText(Node root, Chance chance)
    {
        Place[] texts = [.. root.Places().Where(place => place.Node.Kind == NodeKind.Text)];
        if (texts.Length > 0)
        {
            Place place = chance.Pick(texts);
            place.Child.Node = Node.Text(Changed(place.Node.Value, chance));
        }
    }

    /// <summary>Replaces a literal.</summary>
    public static void ReplaceNumber(Node root, Chance chance)
    {
        Place[] literals = [.. root.Places().Where(place => place.Node.Kind == NodeKind.Literal)];
        if (literals.Length > 0)
        {
            chance.Pick(literals).Child.Node = Values.Number(chance);
        }
    }

    private static string Changed(string text, Chance chance) => chance.Below(6) switch
    {
        0 => text + Texts.Any(chance),
        1 => Texts.Any(chance) + text,
        2 => text.ToUpperInvariant(),
        _ => Texts.Any(chance),
    };
}
