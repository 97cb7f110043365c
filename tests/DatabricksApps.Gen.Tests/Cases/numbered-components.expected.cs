// DBXAPP0106 /components/schemas/def-2
// DBXAPP0106 /components/schemas/def-3

public sealed partial class Def2
{
    public string? A { get; init; }
}

public sealed partial class Def3
{
    public string? B { get; init; }
}

public sealed partial class Def4
{
    public string? C { get; init; }
}

public sealed partial class Def5
{
    public string? D { get; init; }
}

public sealed partial class Def6x
{
    public string? F { get; init; }
}

public sealed partial class DefX
{
    public string? E { get; init; }
}

public sealed partial class Item
{
    public string? G { get; init; }
}

public sealed partial class Order
{
    public long? Id { get; init; }
}

public readonly partial struct Status
{
    public static readonly Status Open = new("open");
    public static readonly Status Done = new("done");
}

public sealed partial class Ticket
{
    public TicketAddress? To { get; init; }

    public Status? Next { get; init; }
}

public sealed partial class TicketAddress
{
    public string? Street { get; init; }
}
