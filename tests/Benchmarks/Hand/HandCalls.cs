using System.Net.ServerSentEvents;

namespace DatabricksApps.Benchmarks.Hand;

/// <summary>The calls by hand.</summary>
internal sealed class HandCalls(HttpClient http) : ICalls
{
    private readonly HandClient _client = new(http);
    private readonly HandStreams _streams = new(http);

    public string Name => "hand";

    public static HandItem Item { get; } = new()
    {
        Id = 42,
        Name = "Item 42",
        Price = 52.5,
        Tags = ["new", "sale", "t42"],
        Status = HandStatus.Sold,
        CreatedAt = Times.Created,
        Dimensions = new HandDimensions { Width = 1.5, Height = 20.25, Depth = 52.5 },
        Attributes = new Dictionary<string, string> { ["colour"] = "red", ["size"] = "L42" },
        Supplier = "ACME 0",
        Quantity = 42,
        Uuid = new Guid("3f2504e0-4f89-41d3-9a0c-000000000042"),
    };

    public Task GetAsync() => _client.GetAsync(42);

    public Task ListAsync() => _client.ListAsync();

    public Task PostAsync() => _client.CreateAsync(Item);

    public async Task RefusedAsync()
    {
        try
        {
            await _client.GetAsync(0);
        }
        catch (HandValidationException exception) when (exception.Error?.Detail.Count == 2)
        {
        }
    }

    public Task SearchAsync() => _client.SearchAsync(new HandSearch
    {
        Text = "drill & saw",
        Status = HandStatus.Available,
        Tags = ["new", "sale"],
        MinPrice = 1.5,
        MaxPrice = 99.75,
        InStock = true,
        CreatedSince = Times.Created,
        Supplier = "ACME",
        Offset = 20,
        Limit = 10,
    });

    public Task UploadAsync() => _client.UploadAsync(42, new MemoryStream(Payload.Photo, writable: false));

    public Task DownloadAsync() => _client.DownloadAsync(42, Stream.Null);

    public Func<Task> Events => async () =>
    {
        await foreach (SseItem<HandReading?> item in _streams.WatchAsync())
        {
        }
    };

    public Func<Task> Lines => async () =>
    {
        await foreach (HandReading? reading in _streams.ExportAsync())
        {
        }
    };
}
