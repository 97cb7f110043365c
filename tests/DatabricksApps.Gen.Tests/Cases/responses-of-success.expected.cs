public sealed partial class ShopClient
{
    // GET /api/several
    public Task<ReadSeveralResult> ReadSeveralAsync();

    // GET /api/maybe
    public Task<Item?> ReadMaybeAsync();

    // GET /api/default
    public Task<Item> ReadDefaultAsync();

    // DELETE /api/nothing
    public Task DeleteAllAsync();
}

public sealed partial class Item
{
    public required long Id { get; init; }
}

public sealed partial class Job
{
    public required string Url { get; init; }
}

public readonly partial struct ReadSeveralResult
{
    public static ReadSeveralResult FromItem(Item value);
    public static ReadSeveralResult FromJob(Job value);
}
