public sealed partial class ShopClient
{
    // POST /api/items
    public Task<Item> CreateItemAsync(Item body);

    // PUT /api/items
    public Task ReplaceItemsAsync(IReadOnlyList<Item>? body = null);

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Item
{
    public required long Id { get; init; }
}
