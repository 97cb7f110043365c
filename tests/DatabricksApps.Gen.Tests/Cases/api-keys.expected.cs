public sealed partial class ShopClient
{
    // GET /api/items
    // API key Key: header X-Key
    public Task ListItemsAsync();
}
