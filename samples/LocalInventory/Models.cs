using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LocalInventory;

/// <summary>What is needed to add an item (<c>models.py</c> has the words).</summary>
internal record NewItem
{
    public required string Name { get; init; }

    public required decimal Price { get; init; }

    public required int? ReorderLevel { get; init; }

    public int Quantity { get; init; }

    public string Status { get; init; } = Statuses.InStock;

    public string Class { get; init; } = "standard";

    public string? Note { get; init; }

    public Dimensions? Dimensions { get; init; }

    public JsonArray? Position { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

internal sealed record Item : NewItem
{
    public string Kind { get; init; } = "item";

    public required long Id { get; init; }

    public required Guid Sku { get; init; }

    public required DateOnly AddedOn { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal static class Statuses
{
    public const string InStock = "in-stock";
    public const string SoldOut = "sold-out";

    public static readonly string[] All = [InStock, SoldOut, "discontinued"];
}

internal sealed record Dimensions(double Width, double Height, double Depth = 0, string Unit = "cm");

internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, int? NextOffset);

internal sealed record Contact(string Name, string? Email = null);

internal sealed record Supplier
{
    public string Kind { get; init; } = "supplier";

    public required string Name { get; init; }

    public required string Homepage { get; init; }

    public required TimeOnly Opens { get; init; }

    public required double LeadTime { get; init; }

    public double? Rating { get; init; }

    public byte[]? Certificate { get; init; }

    public IReadOnlyDictionary<string, Contact> Contacts { get; init; } = new Dictionary<string, Contact>();

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; init; }
}

internal sealed record Credentials(string User, string Password);

internal sealed record Category(string Name, params Category[] Children);

internal sealed record OrderLine(long ItemId, int Quantity = 1);

internal record NewOrder
{
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public required JsonObject Payment { get; init; }

    public int Priority { get; init; } = 2;
}

internal sealed record Order : NewOrder
{
    public required int Id { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required decimal Total { get; init; }
}

internal sealed record Address(string Street, string City, string Country = "NL");

internal sealed record ShipOrder(Address To, string Carrier, bool Gift = false, DateOnly? ArrivesOn = null);

internal sealed record Shipment(int OrderId, Address To, string Carrier, bool Gift, DateOnly ArrivesOn);

internal sealed record Quote(decimal Total, bool Express, string?[] Coupons);

internal sealed record ReserveItem(int Quantity);

internal sealed record Reserved(long ItemId, [property: JsonPropertyName("reserved")] int Quantity);

internal sealed record Waiting(long ItemId, int Missing);

internal sealed record Photo(string FileName, string ContentType, long Size, string? Caption);

internal sealed record StockChange(long ItemId, int Change, DateTimeOffset At);

internal sealed record Statistics(
    Dictionary<string, int> ByStatus, decimal[] PriceRange, Item? Largest, JsonObject Settings, JsonArray Remarks);

internal sealed record Caller(string? Language, int Depth, string Theme, int[] Numbers, int[] Distinct);

internal sealed record NotFound(string What, string Id);

internal sealed record NameTaken(string Name, long ExistingId);
