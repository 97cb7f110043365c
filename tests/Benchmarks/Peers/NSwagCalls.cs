using DatabricksApps.Benchmarks.NSwag;

namespace DatabricksApps.Benchmarks.Peers;

/// <summary>The calls by what NSwag generates of the document; it has no typed streams, and cannot read FastAPI's 422.</summary>
internal sealed class NSwagCalls(HttpClient http) : ICalls
{
    private readonly NSwagClient _client = new(http);

    public string Name => "NSwag";

    public static Item Item { get; } = new()
    {
        Id = 42,
        Name = "Item 42",
        Price = 52.5,
        Tags = ["new", "sale", "t42"],
        Status = Status.Sold,
        Created_at = Times.Created,
        Dimensions = new Dimensions { Width = 1.5, Height = 20.25, Depth = 52.5 },
        Attributes = new Dictionary<string, string> { ["colour"] = "red", ["size"] = "L42" },
        Supplier = "ACME 0",
        Quantity = 42,
        Uuid = new Guid("3f2504e0-4f89-41d3-9a0c-000000000042"),
    };

    public Task GetAsync() => _client.Read_itemAsync(42);

    public Task ListAsync() => _client.List_itemsAsync();

    public Task PostAsync() => _client.Create_itemAsync(Item);

    public async Task RefusedAsync()
    {
        try
        {
            await _client.Read_itemAsync(0);
        }
        catch (ApiException)
        {
        }
    }

    public Task SearchAsync() => _client.Search_itemsAsync(
        "drill & saw", Status.Available, ["new", "sale"], 1.5, 99.75, true, Times.Created, "ACME", 20, 10);

    public Task UploadAsync() => _client.Upload_photoAsync(
        42, new FileParameter(new MemoryStream(Payload.Photo, writable: false), "photo.png", "image/png"));

    public async Task DownloadAsync()
    {
        using FileResponse file = await _client.Download_photoAsync(42);
        await file.Stream.CopyToAsync(Stream.Null);
    }

    public Func<Task>? Events => null;

    public Func<Task>? Lines => null;
}
