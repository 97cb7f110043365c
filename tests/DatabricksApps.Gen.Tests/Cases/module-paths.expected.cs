// DBXAPP0106 /components/schemas/app__shop__Item
// DBXAPP0106 /components/schemas/app__store__Item

public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Order
{
    public long? Id { get; init; }
}

public sealed partial class ShopItem
{
    public long? Id { get; init; }
}

public sealed partial class StoreItem
{
    public string? Place { get; init; }
}
