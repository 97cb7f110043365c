public sealed partial class Item
{
    public required IReadOnlyList<string> Names { get; init; }

    public required JsonElement Anything { get; init; }
}
