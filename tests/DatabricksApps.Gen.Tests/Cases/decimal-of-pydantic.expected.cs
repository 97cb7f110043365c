public sealed partial class Price
{
    public required decimal Amount { get; init; }

    public decimal? Tax { get; init; }
}
