public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Node
{
    public required IReadOnlyList<Node> Children { get; init; }

    public Node? Parent { get; init; } // sent when assigned

    public IReadOnlyDictionary<string, Node>? Named { get; init; }
}
