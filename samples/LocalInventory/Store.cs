using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalInventory;

/// <summary>The app's data: in memory, the same after every reset (as <c>store.py</c> has it).</summary>
internal sealed class Store
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 30, 0, TimeSpan.Zero);

    public static readonly Category Categories =
        new("all", new Category("tools", new Category("hand tools")), new Category("parts"));

    public Store() => Reset();

    public ConcurrentDictionary<long, Item> Items { get; } = new();

    public ConcurrentDictionary<int, Order> Orders { get; } = new();

    public ConcurrentDictionary<string, Supplier> Suppliers { get; } = new();

    public ConcurrentDictionary<long, (Photo Photo, byte[] Content)> Photos { get; } = new();

    public ConcurrentDictionary<long, string> Labels { get; } = new();

    public IReadOnlyList<StockChange> Changes { get; } =
    [
        new(1, 40, Now),
        new(3, 2500, Now.AddSeconds(1)),
        new(3, -100, Now.AddSeconds(2)),
    ];

    public IEnumerable<Item> ItemsInOrder => Items.Values.OrderBy(item => item.Id);

    public static Guid SkuOf(long itemId) => new(0, 0, 0x5EED, [.. BitConverter.GetBytes(itemId).Reverse()]);

    public Item ItemOf(long itemId) =>
        Items.TryGetValue(itemId, out Item? item) ? item : throw Problem.NotFound("item", itemId);

    public Order OrderOf(int orderId) =>
        Orders.TryGetValue(orderId, out Order? order) ? order : throw Problem.NotFound("order", orderId);

    public void Reset()
    {
        Orders.Clear();
        Photos.Clear();
        Labels.Clear();
        Items.Clear();
        Items[1] = NewItem(1, "Hammer", 12.5m, 40) with
        {
            ReorderLevel = 10,
            Note = "Steel",
            Position = new JsonArray(3, 2, "B"),
            Dimensions = new Dimensions(13, 32.5),
            Tags = ["tool", "steel"],
            Labels = new Dictionary<string, string> { ["origin"] = "NL" },
        };
        Items[2] = NewItem(2, "Saw", 19.95m, 0) with { Status = Statuses.SoldOut, Tags = ["tool"] };
        Items[3] = NewItem(3, "Bolts", 0.25m, 2500) with { Class = "bulk", Tags = ["part", "steel"] };

        Suppliers.Clear();
        Suppliers["acme"] = new Supplier
        {
            Name = "Acme",
            Homepage = "https://acme.example/shop",
            Opens = new TimeOnly(8, 30),
            LeadTime = TimeSpan.FromDays(2).TotalSeconds,
            Rating = 4.5,
            Certificate = "ACME"u8.ToArray(),
            Contacts = new Dictionary<string, Contact> { ["sales"] = new("Ann", "ann@acme.example") },
            More = new() { ["region"] = JsonSerializer.SerializeToElement("north") },
        };
    }

    private static Item NewItem(long id, string name, decimal price, int quantity) => new()
    {
        Id = id,
        Sku = SkuOf(id),
        Name = name,
        Price = price,
        Quantity = quantity,
        ReorderLevel = null,
        AddedOn = new DateOnly(2026, 1, (int)id),
        UpdatedAt = Now,
    };
}
