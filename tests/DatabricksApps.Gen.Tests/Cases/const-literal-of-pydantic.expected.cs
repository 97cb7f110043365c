public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Dog
{
    public string Kind { get; init; } = "dog"; // always sent

    public string Sound { get; init; } = "wuff"; // always sent
}
