public sealed partial class Item
{
    public required Guid Id { get; init; }

    public required Person Owner { get; init; }

    public required IReadOnlyList<string> Names { get; init; }
}

public sealed partial class Person
{
    public string? Name { get; init; }
}
