public sealed partial class Options
{
    public bool? Deep { get; init; }
}

public readonly partial struct Order
{
    public static readonly Order Up = new("up");
    public static readonly Order Down = new("down");
}

public sealed partial class Search
{
    public string Text { get; init; } = "all"; // sent when assigned

    public long Limit { get; init; } = 10L; // sent when assigned

    public double Ratio { get; init; } = 0.5D; // sent when assigned

    public bool Exact { get; init; } = false; // sent when assigned

    public Order Order { get; init; } = Order.Down; // sent when assigned

    public IReadOnlyList<string> Tags { get; init; } = []; // sent when assigned

    public IReadOnlyList<long> Sizes { get; init; } // starts at [1,2], sent when assigned

    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty; // sent when assigned

    public Options Options { get; init; } = new(); // sent when assigned

    public DateOnly Since { get; init; } // starts at "2024-01-02", sent when assigned

    public string? Until { get; init; } // sent when assigned
}
