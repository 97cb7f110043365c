public sealed partial class Basket
{
    public required IReadOnlyList<Item> Items { get; init; }

    public required IReadOnlyList<long?> Marks { get; init; }

    public required IReadOnlyList<IReadOnlyList<double>> Matrix { get; init; }

    public required IReadOnlyList<JsonElement> Anything { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }
}

public sealed partial class Item
{
    public long? Id { get; init; }
}
