public sealed partial class ShopClient
{
    // POST /api/items
    // body application/json
    // field kind = "new"
    public Task CreateItemAsync(Item item, string? note = null, long? count = null);

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Item
{
    public required long Id { get; init; }
}
