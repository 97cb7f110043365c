public sealed partial class From
{
    public string? City { get; init; }
}

public sealed partial class Order
{
    public From? From { get; init; }

    public OrderTo? To { get; init; }
}

public sealed partial class OrderTo
{
    public string? City { get; init; }
}

public sealed partial class Return
{
    public From? From { get; init; }
}
