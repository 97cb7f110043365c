using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Documents;

/// <summary>
/// Cuts a few operations out of a document, with what they refer to. A document of a megabyte takes seconds to compile,
/// and what is wrong shows on a few operations as well.
/// </summary>
internal static class Slice
{
    private const int MostPaths = 5;
    private const int MostComponents = 25;

    /// <summary>Copies a slice that chance picks.</summary>
    public static Node Of(Node document, Chance chance)
    {
        Node slice = Node.Object();
        foreach (Child child in document.Children)
        {
            slice.Children.Add(new Child(child.Key, child.Key switch
            {
                "paths" or "webhooks" => Some(child.Node, chance.Small(1, MostPaths), chance),
                "components" => Node.Object(child.Node.Children.Select(section => (section.Key, Emptied(section.Node)))),
                "definitions" or "parameters" or "responses" => Emptied(child.Node),
                "tags" => Some(child.Node, 5, chance),
                _ => child.Node.Clone(),
            }));
        }

        AddComponents(slice, document, chance.Small(0, 4), chance);
        AddReferred(slice, document);
        return slice;
    }

    private static Node Some(Node node, int count, Chance chance)
    {
        Node some = Emptied(node);
        for (int i = 0; i < count && node.Children.Count > 0; i++)
        {
            Child picked = chance.Pick(node.Children);
            if (node.Kind == NodeKind.Array || some[picked.Key] is null)
            {
                some.Children.Add(new Child(picked.Key, picked.Node.Clone()));
            }
        }

        return some;
    }

    private static Node Emptied(Node node) =>
        node.Kind == NodeKind.Object ? Node.Object() : node.Kind == NodeKind.Array ? Node.Array() : node.Clone();

    // Types that nothing uses are generated too.
    private static void AddComponents(Node slice, Node document, int count, Chance chance)
    {
        if ((document["components"]?["schemas"] ?? document["definitions"]) is not { Children.Count: > 0 } schemas)
        {
            return;
        }

        string prefix = document["definitions"] is null ? "#/components/schemas/" : "#/definitions/";
        for (int i = 0; i < count; i++)
        {
            Add(slice, document, prefix + Escape(chance.Pick(schemas.Children).Key));
        }
    }

    private static void AddReferred(Node slice, Node document)
    {
        Queue<Node> open = new([slice]);
        HashSet<string> seen = [];
        while (open.TryDequeue(out Node? node) && seen.Count < MostComponents)
        {
            foreach (Place place in node.Places())
            {
                if (place.Node.Kind == NodeKind.Text && place.Node.Value.StartsWith("#/", StringComparison.Ordinal)
                    && seen.Add(place.Node.Value) && Add(slice, document, place.Node.Value) is { } added)
                {
                    open.Enqueue(added);
                }
            }
        }
    }

    /// <summary>Copies a component of the document; null if the slice has it, or if the pointer means another place.</summary>
    private static Node? Add(Node slice, Node document, string pointer)
    {
        string[] keys = [.. pointer.Split('/').Skip(1).Select(Unescape)];
        if (keys.Length < 2 || keys[0] == "paths")
        {
            return null;
        }

        int depth = keys[0] == "components" ? 3 : 2;
        Node? from = document;
        Node? to = slice;
        foreach (string key in keys.Take(depth - 1))
        {
            from = from?[key];
            to = to?[key];
        }

        if (keys.Length < depth || from?[keys[depth - 1]] is not { } component || to is null || to[keys[depth - 1]] is not null)
        {
            return null;
        }

        Node copy = component.Clone();
        to[keys[depth - 1]] = copy;
        return copy;
    }

    private static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    private static string Unescape(string key) => key.Replace("~1", "/").Replace("~0", "~");
}
