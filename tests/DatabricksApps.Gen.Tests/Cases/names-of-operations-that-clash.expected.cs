public sealed partial class ShopClient
{
    // GET /api/users
    public Task ListUsersAsync();

    // GET /api/items
    public Task ListItemsAsync();

    // GET /api/things
    public Task ThingsGetAsync();

    // POST /api/things
    public Task ThingsPostAsync();
}
