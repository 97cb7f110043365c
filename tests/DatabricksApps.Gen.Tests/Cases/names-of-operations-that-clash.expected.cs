public sealed partial class ShopClient
{
    // GET /api/users
    public Task ListAsync();

    // GET /api/items
    public Task ListItemsAsync();

    // GET /api/things
    public Task ThingsAsync();

    // POST /api/things
    public Task ThingsPostAsync();
}
