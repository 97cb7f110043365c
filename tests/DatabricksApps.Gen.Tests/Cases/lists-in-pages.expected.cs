public sealed partial class ShopClient
{
    // GET /api/items
    public Task<ItemPage> ListItemsAsync(string? q = null, long? offset = null, long? limit = null);

    public IAsyncEnumerable<Item> ListItemsAllAsync(string? q = null, long? limit = null);

    // GET /api/names
    public Task<IReadOnlyList<string?>> ListNamesAsync(long size, int? page = null);

    public IAsyncEnumerable<string?> ListNamesAllAsync(long size);

    // GET /api/events/{place}
    public Task<EventPage> ListEventsAsync(string place, string? cursor = null);

    public IAsyncEnumerable<Item> ListEventsAllAsync(string place);

    // GET /api/links
    public Task<LinkPage> ListLinksAsync(long? page = null);

    public IAsyncEnumerable<Item> ListLinksAllAsync();

    // GET /api/headers
    public Task<IReadOnlyList<Item>> ListHeadersAsync();

    public IAsyncEnumerable<Item> ListHeadersAllAsync();
}

public sealed partial class EventPage
{
    public IReadOnlyList<Item>? Events { get; init; }

    public EventPagePaging? Paging { get; init; }

    public bool? HasMore { get; init; }
}

public sealed partial class EventPagePaging
{
    public string? NextCursor { get; init; }
}

public sealed partial class Item
{
    public long? Id { get; init; }
}

public sealed partial class ItemPage
{
    public required IReadOnlyList<Item> Items { get; init; }

    public required int Total { get; init; }
}

public sealed partial class LinkPage
{
    public long? Count { get; init; }

    public Uri? Next { get; init; } // sent when assigned

    public IReadOnlyList<Item>? Results { get; init; }
}
