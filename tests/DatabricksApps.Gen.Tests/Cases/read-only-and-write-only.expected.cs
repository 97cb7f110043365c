public sealed partial class ShopClient
{
    // POST /api/users
    public Task<User> CreateUserAsync(UserInput body);
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
