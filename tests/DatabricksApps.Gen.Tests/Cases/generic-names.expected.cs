public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Item
{
    public long? Id { get; init; }
}

public sealed partial class PageItem
{
    public required IReadOnlyList<Item> Items { get; init; }
}
