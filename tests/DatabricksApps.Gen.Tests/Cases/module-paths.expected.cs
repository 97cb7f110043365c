// DBXAPP0106 /components/schemas/app__shop__Item
// DBXAPP0106 /components/schemas/app__store__Item

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
