public sealed partial class Base
{
    public required long Id { get; init; }

    public string? Kind { get; init; }
}

public sealed partial class Item
{
    public required long Id { get; init; }

    public string Kind { get; init; } = "item"; // always sent

    public string? Name { get; init; }
}
