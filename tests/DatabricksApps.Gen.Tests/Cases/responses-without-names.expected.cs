public sealed partial class ShopClient
{
    // GET /api/stats
    public Task<ReadStatsResponse> ReadStatsAsync();

    // GET /api/names
    public Task<IReadOnlyList<ListNamesResponseItem>> ListNamesAsync();
}

public sealed partial class ListNamesResponseItem
{
    public string? Name { get; init; }
}

public sealed partial class ReadStatsResponse
{
    public long? Count { get; init; }
}
