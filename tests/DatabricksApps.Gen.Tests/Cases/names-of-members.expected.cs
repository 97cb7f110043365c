// DBXAPP0106 /components/schemas/Item/properties/item_id
// DBXAPP0106 /components/schemas/Item/properties/itemId
// DBXAPP0106 /components/schemas/Item/properties/Item

public sealed partial class Item
{
    public string? Class { get; init; }

    public long? item_id { get; init; }

    public long? itemId { get; init; }

    public long? RefCount { get; init; }

    public string? _2nd { get; init; }

    public string? ItemValue { get; init; }

    public string? Private { get; init; }

    public string? Größe { get; init; }
}
