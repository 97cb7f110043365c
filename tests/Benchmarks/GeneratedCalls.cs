using DatabricksApps.Benchmarks.ItemsApi;

namespace DatabricksApps.Benchmarks;

/// <summary>The calls by the generated client.</summary>
internal sealed class GeneratedCalls(ItemsClient client) : ICalls
{
    public string Name => "ours";

    public static Item Item { get; } = new()
    {
        Id = 42,
        Name = "Item 42",
        Price = 52.5,
        Tags = ["new", "sale", "t42"],
        Status = Status.Sold,
        CreatedAt = Times.Created,
        Dimensions = new Dimensions { Width = 1.5, Height = 20.25, Depth = 52.5 },
        Attributes = new Dictionary<string, string> { ["colour"] = "red", ["size"] = "L42" },
        Supplier = "ACME 0",
        Quantity = 42,
        Uuid = new Guid("3f2504e0-4f89-41d3-9a0c-000000000042"),
    };

    public Task GetAsync() => client.ReadItemAsync(42);

    public Task ListAsync() => client.ListItemsAsync();

    public Task PostAsync() => client.CreateItemAsync(Item);

    public async Task RefusedAsync()
    {
        try
        {
            await client.ReadItemAsync(0);
        }
        catch (AppValidationException exception) when (exception.Errors.Count == 2)
        {
        }
    }

    public Task SearchAsync() => client.SearchItemsAsync(
        text: "drill & saw", status: Status.Available, tag: ["new", "sale"], minPrice: 1.5, maxPrice: 99.75, inStock: true,
        createdSince: Times.Created, supplier: "ACME", offset: 20, limit: 10);

    public Task UploadAsync() => client.UploadPhotoAsync(
        42, AppFile.FromStream(new MemoryStream(Payload.Photo, writable: false), "photo.png", "image/png"));

    public async Task DownloadAsync()
    {
        await using AppFile file = await client.DownloadPhotoAsync(42);
        await file.CopyToAsync(Stream.Null);
    }

    public Func<Task> Events => async () =>
    {
        await foreach (AppEvent<Reading> item in client.WatchReadingsAsync())
        {
        }
    };

    public Func<Task> Lines => async () =>
    {
        await foreach (Reading reading in client.ExportReadingsAsync())
        {
        }
    };
}
