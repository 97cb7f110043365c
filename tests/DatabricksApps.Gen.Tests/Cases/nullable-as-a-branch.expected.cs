public sealed partial class Guest
{
    public string Kind { get; init; } = "guest"; // always sent

    public required string Name { get; init; }
}

public sealed partial class Room
{
    public required RoomBooker? Booker { get; init; }

    public required string? Code { get; init; }

    public required Guest? Guest { get; init; }

    public required JsonElement Any { get; init; }
}

public readonly partial struct RoomBooker
{
    // by "kind": "guest" Guest, "team" Team
    public static RoomBooker FromGuest(Guest value);
    public static RoomBooker FromTeam(Team value);
}

public sealed partial class Team
{
    public string Kind { get; init; } = "team"; // always sent

    public required long Size { get; init; }
}
