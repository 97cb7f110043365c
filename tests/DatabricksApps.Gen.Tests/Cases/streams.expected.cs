public sealed partial class ShopClient
{
    // GET /api/events
    public IAsyncEnumerable<AppEvent<Event>> WatchAsync();

    // GET /api/raw
    public IAsyncEnumerable<AppEvent<string>> WatchRawAsync();

    // GET /api/lines
    public IAsyncEnumerable<Event> ReadLinesAsync();
}

public sealed partial class Event
{
    public required long Id { get; init; }
}
