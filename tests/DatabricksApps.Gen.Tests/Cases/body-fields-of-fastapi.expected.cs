public sealed partial class ShopClient
{
    // POST /api/items
    // body application/json
    // field kind = "new"
    public Task CreateItemAsync(Item item, string? note = null, long? count = null);
}

public sealed partial class Item
{
    public required long Id { get; init; }
}
