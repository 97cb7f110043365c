using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes that need not know what a tree means.</summary>
internal static class TreeMutations
{
    // What is beyond this many values makes a case slow and finds nothing more.
    private const int MostValues = 20_000;

    /// <summary>Takes a node away.</summary>
    public static void Delete(Node root, Chance chance)
    {
        if (Pick(root, chance) is { } place)
        {
            place.Parent.Children.Remove(place.Child);
        }
    }

    /// <summary>Puts a copy of a node beside it, under its own key or another.</summary>
    public static void Duplicate(Node root, Chance chance)
    {
        if (Pick(root, chance) is { } place && place.Node.Places().Count < MostValues)
        {
            string key = chance.Pick(["", "_", "2", "s", " ", "Input"]);
            place.Parent.Children.Add(new Child(place.Key + key, place.Node.Clone()));
        }
    }

    /// <summary>Exchanges two nodes.</summary>
    public static void Swap(Node root, Chance chance)
    {
        List<Place> places = root.Places();
        if (places.Count < 2)
        {
            return;
        }

        Place one = chance.Pick(places);
        Place[] alike = [.. places.Where(place => place.Key == one.Key)];
        Place other = chance.Is(50) ? chance.Pick(alike) : chance.Pick(places);

        // Of copies, because one may hold the other.
        Node copy = one.Node.Clone();
        one.Child.Node = other.Node.Clone();
        other.Child.Node = copy;
    }

    /// <summary>Puts a part of another tree in a node's place, mostly one of the same key.</summary>
    public static void Graft(Node root, Node other, Chance chance)
    {
        List<Place> grafts = other.Places();
        if (Pick(root, chance) is not { } place || grafts.Count == 0)
        {
            return;
        }

        Place[] alike = [.. grafts.Where(graft => graft.Key == place.Key && place.Key.Length > 0)];
        Node picked = (alike.Length > 0 && chance.Is(80) ? chance.Pick(alike) : chance.Pick(grafts)).Node;
        if (picked.Places().Count < 500)
        {
            place.Child.Node = picked.Clone();
        }
    }

    /// <summary>Puts a value of any kind in a node's place.</summary>
    public static void ChangeKind(Node root, Chance chance)
    {
        if (Pick(root, chance) is { } place)
        {
            place.Child.Node = chance.Is(30) ? Node.Array(place.Node) : Values.Any(chance);
        }
    }

    /// <summary>Puts a node deep into others of its key.</summary>
    public static void Nest(Node root, Chance chance)
    {
        if (Pick(root, chance) is not { } place)
        {
            return;
        }

        string key = place.Key.Length > 0 && chance.Is(70) ? place.Key : chance.Pick(["items", "additionalProperties", "a", "allOf", "not"]);
        bool isArray = chance.Is(30);
        Node node = place.Node;
        for (int depth = chance.Pick([3, 20, 63, 64, 65, 100, 240, 300]); depth > 0; depth--)
        {
            node = isArray ? Node.Array(node) : Node.Object((key, node));
        }

        place.Child.Node = node;
    }

    /// <summary>Reverses the order of an object's members, which means nothing.</summary>
    public static void Shuffle(Node root, Chance chance)
    {
        if (Pick(root, chance) is { } place)
        {
            place.Parent.Children.Reverse();
        }
    }

    /// <summary>Picks a place; null: there is none.</summary>
    public static Place? Pick(Node root, Chance chance)
    {
        List<Place> places = root.Places();
        return places.Count is 0 or > 4 * MostValues ? null : chance.Pick(places);
    }
}
