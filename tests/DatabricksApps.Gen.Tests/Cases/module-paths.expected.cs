public sealed partial class Order
{
    public long? Id { get; init; }
}

public sealed partial class ShopItem
{
    public long? Id { get; init; }
}

public sealed partial class StoreItem
{
    public string? Place { get; init; }
}
