public sealed partial class Item
{
    public required string Name { get; init; }

    public long Count { get; init; } = 1L; // sent when assigned
}
