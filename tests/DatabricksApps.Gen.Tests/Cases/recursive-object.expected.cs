public sealed partial class Node
{
    public required IReadOnlyList<Node> Children { get; init; }

    public Node? Parent { get; init; } // sent when assigned

    public IReadOnlyDictionary<string, Node>? Named { get; init; }
}
