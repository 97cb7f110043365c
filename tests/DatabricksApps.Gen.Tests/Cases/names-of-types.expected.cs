// DBXAPP0106 /components/schemas/order-line
// DBXAPP0106 /components/schemas/OrderLine

public sealed partial class OrderLineSchema
{
    public string? Name { get; init; }
}

public sealed partial class OrderMinusLine
{
    public long? Id { get; init; }
}

public sealed partial class String
{
    public long? Id { get; init; }
}

public sealed partial class Task
{
    public long? Id { get; init; }
}
