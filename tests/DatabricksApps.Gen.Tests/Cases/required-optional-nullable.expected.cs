public sealed partial class Item
{
    public required long Id { get; init; }

    public required string? Note { get; init; }

    public string? Name { get; init; }

    public double? Price { get; init; } // sent when assigned
}
