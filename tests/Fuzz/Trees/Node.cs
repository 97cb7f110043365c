namespace DatabricksApps.Fuzz.Trees;

/// <summary>What a node of a tree is.</summary>
internal enum NodeKind
{
    /// <summary>An object, whose children have keys; keys may be there twice.</summary>
    Object,

    /// <summary>An array, whose children have none.</summary>
    Array,

    /// <summary>A text, which need not be valid Unicode.</summary>
    Text,

    /// <summary>A number, a Boolean or null, as it is spelled; the number may be of any size.</summary>
    Literal,
}

/// <summary>
/// A node of a document or an answer, made to be changed: it holds what JSON's own nodes do not, such as keys that are
/// there twice, lone surrogates and numbers of any size.
/// </summary>
internal sealed class Node
{
    private Node(NodeKind kind, string value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>Gets what the node is.</summary>
    public NodeKind Kind { get; }

    /// <summary>Gets the text, or the literal's spelling.</summary>
    public string Value { get; }

    /// <summary>Gets the members of an object or the items of an array.</summary>
    public List<Child> Children { get; } = [];

    /// <summary>Gets or sets the first member of a name; null: there is none.</summary>
    public Node? this[string key]
    {
        get => Kind == NodeKind.Object ? Children.Find(child => child.Key == key)?.Node : null;
        set
        {
            Children.RemoveAll(child => child.Key == key);
            if (value is not null)
            {
                Children.Add(new Child(key, value));
            }
        }
    }

    /// <summary>Makes an object.</summary>
    public static Node Object(params IEnumerable<(string Key, Node Value)> members)
    {
        Node node = new(NodeKind.Object, "");
        node.Children.AddRange(members.Select(member => new Child(member.Key, member.Value)));
        return node;
    }

    /// <summary>Makes an array.</summary>
    public static Node Array(params IEnumerable<Node> items)
    {
        Node node = new(NodeKind.Array, "");
        node.Children.AddRange(items.Select(item => new Child("", item)));
        return node;
    }

    /// <summary>Makes a text.</summary>
    public static Node Text(string text) => new(NodeKind.Text, text);

    /// <summary>Makes a number, a Boolean or null of its spelling.</summary>
    public static Node Literal(string spelling) => new(NodeKind.Literal, spelling);

    /// <summary>Makes an object of one member that refers to a place.</summary>
    public static Node Reference(string to) => Object(("$ref", Text(to)));

    /// <summary>Makes a copy that shares nothing.</summary>
    public Node Clone()
    {
        Node copy = new(Kind, Value);
        foreach (Child child in Children)
        {
            copy.Children.Add(new Child(child.Key, child.Node.Clone()));
        }

        return copy;
    }

    /// <summary>Lists every place below the node.</summary>
    public List<Place> Places()
    {
        List<Place> places = [];
        AddPlaces(places);
        return places;
    }

    private void AddPlaces(List<Place> places)
    {
        foreach (Child child in Children)
        {
            places.Add(new Place(this, child));
            child.Node.AddPlaces(places);
        }
    }
}

/// <summary>A member of an object, or an item of an array, whose key is empty.</summary>
internal sealed class Child(string key, Node node)
{
    public string Key { get; set; } = key;

    public Node Node { get; set; } = node;
}

/// <summary>A place in a tree, where another node can be put.</summary>
internal readonly record struct Place(Node Parent, Child Child)
{
    public string Key => Child.Key;

    public Node Node => Child.Node;
}
