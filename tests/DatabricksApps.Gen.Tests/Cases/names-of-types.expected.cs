public sealed partial class OrderLine
{
    public long? Id { get; init; }
}

public sealed partial class OrderLine2
{
    public string? Name { get; init; }
}

public sealed partial class String
{
    public long? Id { get; init; }
}

public sealed partial class Task
{
    public long? Id { get; init; }
}
