public sealed partial class Item
{
    public required Person? Owner { get; init; }

    public long? Count { get; init; } // sent when assigned
}

public sealed partial class Person
{
    public string? Name { get; init; }
}
