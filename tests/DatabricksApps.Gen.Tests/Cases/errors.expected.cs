public sealed partial class ShopClient
{
    // GET /api/items/{id}
    // 404: AppException<Problem>
    // 422: AppValidationException
    // 500 to 599: AppException<ReadItemError5xx>
    // 400 to 599: AppException<Problem>
    public Task<Item> ReadItemAsync(long id);
}

public sealed partial class Item
{
    public required long Id { get; init; }
}

public sealed partial class Problem
{
    public required string Detail { get; init; }
}

public sealed partial class ReadItemError5xx
{
    public string? Trace { get; init; }
}
