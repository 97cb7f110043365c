public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Item
{
    public required long Id { get; init; }

    public required string? Note { get; init; }

    public string? Name { get; init; }

    public double? Price { get; init; } // sent when assigned
}
