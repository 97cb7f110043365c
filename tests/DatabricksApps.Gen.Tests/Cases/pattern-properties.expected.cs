public sealed partial class Stock
{
    public IReadOnlyDictionary<string, long>? Counts { get; init; }
}
