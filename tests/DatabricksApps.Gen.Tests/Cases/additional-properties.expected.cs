public sealed partial class Closed
{
    public string? Name { get; init; }
}

public sealed partial class Item : JsonModel<long>
{
    public string? Name { get; init; }
}

public sealed partial class Open
{
    public string? Name { get; init; }
}

public sealed partial class Stock
{
    public required IReadOnlyDictionary<string, long> Counts { get; init; }
}
