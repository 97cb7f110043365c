public sealed partial class ShopClient
{
    public MyItemsOperations MyItems { get; }

    public UsersOperations Users { get; }

    // GET /api/health
    public Task HealthAsync();
}

public sealed partial class MyItemsOperations
{
    // GET /api/items
    public Task ListAsync();
}

public sealed partial class UsersOperations
{
    // GET /api/users
    public Task ListAsync();
}
