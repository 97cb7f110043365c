public sealed partial class ShopClient
{
    // GET /api/items/{item_id}
    public Task ReadItemAsync(Guid itemId);

    // GET /api/files/{file_path}
    // path file_path: filePath (keepsSlashes: true)
    public Task ReadFileAsync(string filePath);

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}
