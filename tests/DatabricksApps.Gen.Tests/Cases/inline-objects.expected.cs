public sealed partial class Order
{
    public required OrderAddress Address { get; init; }

    public IReadOnlyList<OrderLinesItem>? Lines { get; init; }

    public IReadOnlyDictionary<string, OrderTotalsValue>? Totals { get; init; }
}

public sealed partial class OrderAddress
{
    public required string City { get; init; }
}

public sealed partial class OrderLinesItem
{
    public OrderLinesItemProduct? Product { get; init; }
}

public sealed partial class OrderLinesItemProduct
{
    public long? Id { get; init; }
}

public sealed partial class OrderTotalsValue
{
    public double? Sum { get; init; }
}
