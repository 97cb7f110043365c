public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public sealed partial class Entry
{
    public required string Name { get; init; }
}

public sealed partial class Folder
{
    public required string Name { get; init; }

    public IReadOnlyList<Folder>? Entries { get; init; }
}
