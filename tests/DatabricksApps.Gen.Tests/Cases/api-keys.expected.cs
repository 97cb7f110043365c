public sealed partial class ShopClient
{
    // GET /api/items
    // API key Key: header X-Key
    public Task ListItemsAsync();

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}
