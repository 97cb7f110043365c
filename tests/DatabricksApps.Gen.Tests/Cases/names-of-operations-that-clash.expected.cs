// DBXAPP0106 /paths/~1api~1users/get
// DBXAPP0106 /paths/~1api~1items/get
// DBXAPP0106 /paths/~1api~1things/get
// DBXAPP0106 /paths/~1api~1things/post

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
