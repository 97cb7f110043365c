public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Stock
{
    public IReadOnlyDictionary<string, long>? Counts { get; init; }
}
