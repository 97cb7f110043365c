public sealed partial class ShopClient
{
    // POST /api/items
    public Task<Item> CreateItemAsync(Item body);

    // PUT /api/items
    public Task ReplaceItemsAsync(IReadOnlyList<Item>? body = null);
}

public sealed partial class Item
{
    public required long Id { get; init; }
}
