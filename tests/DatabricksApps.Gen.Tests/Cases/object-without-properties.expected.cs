public sealed partial class Empty
{
}

public sealed partial class Holder
{
    public required IReadOnlyDictionary<string, JsonElement> Free { get; init; }

    public required JsonElement Anything { get; init; }

    public required Empty Empty { get; init; }
}
