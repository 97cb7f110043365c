public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Empty
{
}

public sealed partial class Holder
{
    public required IReadOnlyDictionary<string, JsonElement> Free { get; init; }

    public required JsonElement Anything { get; init; }

    public required Empty Empty { get; init; }
}
