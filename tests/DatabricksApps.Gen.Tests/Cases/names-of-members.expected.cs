public sealed partial class Item
{
    public string? Class { get; init; }

    public long? ItemId { get; init; }

    public long? ItemIdValue { get; init; }

    public long? RefCount { get; init; }

    public string? _2nd { get; init; }

    public string? ItemValue { get; init; }

    public string? Private { get; init; }

    public string? Größe { get; init; }
}
