public sealed partial class Order
{
    public OrderFrom? From { get; init; }

    public OrderTo? To { get; init; }
}

public sealed partial class OrderFrom
{
    public string? City { get; init; }
}

public sealed partial class OrderTo
{
    public string? City { get; init; }
}

public sealed partial class Return
{
    public OrderFrom? From { get; init; }
}
