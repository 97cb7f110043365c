public sealed partial class ShopClient
{
    public MyItemsOperations MyItems { get; }

    public UsersOperations Users { get; }

    // GET /api/health
    public Task HealthAsync();

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
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
