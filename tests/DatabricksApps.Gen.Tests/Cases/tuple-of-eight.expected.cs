public sealed partial class Place
{
    public required PlaceRow Row { get; init; }
}

public sealed partial record PlaceRow
{
    public required long Item1 { get; init; }

    public required long Item2 { get; init; }

    public required long Item3 { get; init; }

    public required long Item4 { get; init; }

    public required long Item5 { get; init; }

    public required long Item6 { get; init; }

    public required long Item7 { get; init; }

    public required string Item8 { get; init; }

    public IReadOnlyList<JsonElement> Rest { get; init; } = [];
}
