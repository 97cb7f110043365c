// DBXAPP0102 /components/schemas/Place/properties/loose

public sealed partial class Place
{
    public required PlaceLog Log { get; init; }

    public required IReadOnlyList<JsonElement> Loose { get; init; }
}

public sealed partial record PlaceLog
{
    public required long Item1 { get; init; }

    public required string Item2 { get; init; }

    public IReadOnlyList<double> Rest { get; init; } = [];
}
