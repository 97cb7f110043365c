public sealed partial class ShopClient
{
    // POST /api/users
    public Task<User> CreateUserAsync(UserInput body);

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class User
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public string? Password { get; init; }
}

public sealed partial class UserInput
{
    public required string Name { get; init; }

    public required string Password { get; init; }
}
