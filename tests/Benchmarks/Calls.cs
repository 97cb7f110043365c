using BenchmarkDotNet.Attributes;
using DatabricksApps.Benchmarks.Hand;
using DatabricksApps.Benchmarks.ItemsApi;

namespace DatabricksApps.Benchmarks;

/// <summary>The three calls, by hand and by the generated client.</summary>
[MemoryDiagnoser]
public class Calls
{
    private static readonly HttpClient s_http = new(new StubHandler()) { BaseAddress = new Uri("https://app.example/") };

    private readonly HandClient _hand = new(s_http);
    private readonly ItemsClient _generated = new(s_http);

    private readonly HandItem _handItem = new()
    {
        Id = 42,
        Name = "Item 42",
        Price = 52.5,
        Tags = ["new", "sale", "t42"],
        Status = HandStatus.SoldOut,
        CreatedAt = new DateTimeOffset(2024, 5, 1, 12, 34, 56, TimeSpan.Zero),
        Dimensions = new HandDimensions { Width = 1.5, Height = 20.25, Depth = 52.5 },
        Attributes = new Dictionary<string, string> { ["colour"] = "red", ["size"] = "L42" },
        Supplier = "ACME 0",
        Quantity = 42,
        Uuid = new Guid("3f2504e0-4f89-41d3-9a0c-000000000042"),
    };

    private readonly Item _item = new()
    {
        Id = 42,
        Name = "Item 42",
        Price = 52.5,
        Tags = ["new", "sale", "t42"],
        Status = Status.SoldOut,
        CreatedAt = new DateTimeOffset(2024, 5, 1, 12, 34, 56, TimeSpan.Zero),
        Dimensions = new Dimensions { Width = 1.5, Height = 20.25, Depth = 52.5 },
        Attributes = new Dictionary<string, string> { ["colour"] = "red", ["size"] = "L42" },
        Supplier = "ACME 0",
        Quantity = 42,
        Uuid = new Guid("3f2504e0-4f89-41d3-9a0c-000000000042"),
    };

    [Benchmark]
    public Task HandGet() => _hand.GetAsync(42);

    [Benchmark]
    public Task GeneratedGet() => _generated.ReadItemAsync(42);

    [Benchmark]
    public Task HandList() => _hand.ListAsync();

    [Benchmark]
    public Task GeneratedList() => _generated.ListItemsAsync();

    [Benchmark]
    public Task HandPost() => _hand.CreateAsync(_handItem);

    [Benchmark]
    public Task GeneratedPost() => _generated.CreateItemAsync(_item);
}
