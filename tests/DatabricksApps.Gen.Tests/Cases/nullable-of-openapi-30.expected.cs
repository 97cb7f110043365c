public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Item
{
    public required string? Note { get; init; }

    public required Person? Owner { get; init; }
}

public sealed partial class Person
{
    public string? Name { get; init; }
}
