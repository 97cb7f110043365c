public sealed partial class ShopClient
{
    // GET /api/items/{item_id}
    public Task ReadItemAsync(Guid itemId);

    // GET /api/files/{file_path}
    // path file_path: filePath (keepsSlashes: true)
    public Task ReadFileAsync(string filePath);
}
