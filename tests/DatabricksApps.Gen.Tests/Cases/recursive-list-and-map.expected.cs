// DBXAPP0102 /components/schemas/List
// DBXAPP0102 /components/schemas/Map

public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Holder
{
    public IReadOnlyList<JsonElement>? List { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Map { get; init; }
}
