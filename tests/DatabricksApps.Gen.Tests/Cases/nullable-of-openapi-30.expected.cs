public sealed partial class Item
{
    public required string? Note { get; init; }

    public required Person? Owner { get; init; }
}

public sealed partial class Person
{
    public string? Name { get; init; }
}
