public sealed partial class Item
{
    public long? Id { get; init; }
}

public sealed partial class PageItem
{
    public required IReadOnlyList<Item> Items { get; init; }
}
