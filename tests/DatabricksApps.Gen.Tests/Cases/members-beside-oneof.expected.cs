// DBXAPP0108 /components/schemas/Event
// DBXAPP0106 /components/schemas/Event/properties/value

public readonly partial struct Event
{
    public string? Id { get; }
    public long? At { get; }
    public string? ValueValue { get; }
    public EventBy? By { get; }
    public static Event FromAdded(EventAdded value);
    public static Event FromRemoved(Removed value);
}

public sealed partial class EventAdded
{
    public required string Id { get; init; }

    public long? At { get; init; }

    public string? Value { get; init; }

    public EventBy? By { get; init; }

    public string? Item { get; init; }
}

public sealed partial class EventBy
{
    public string? User { get; init; }
}

public readonly partial struct OfABase
{
    public string? Id { get; }
    public string? Reason { get; }
    public static OfABase FromSoft(OfABaseSoft value);
    public static OfABase FromHard(OfABaseHard value);
}

public sealed partial class OfABaseHard
{
    public required string Id { get; init; }

    public string? Reason { get; init; }

    public required bool Forever { get; init; }
}

public sealed partial class OfABaseSoft
{
    public required string Id { get; init; }

    public string? Reason { get; init; }

    public long? Days { get; init; }
}

public sealed partial class Removed
{
    public required string Id { get; init; }

    public string? Reason { get; init; }
}
