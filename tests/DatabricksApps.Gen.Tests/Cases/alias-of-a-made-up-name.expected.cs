public sealed partial class Item
{
    public long? Id { get; init; }
}

public sealed partial class NewHouse
{
    public string? Name { get; init; }
}

public sealed partial class PartialDoor
{
    public long? Width { get; init; }
}

public sealed partial class Street
{
    public NewHouse? House { get; init; }

    public PartialDoor? Door { get; init; }

    public Item? Thing { get; init; }
}
