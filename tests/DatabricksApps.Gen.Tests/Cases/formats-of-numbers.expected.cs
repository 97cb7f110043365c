public sealed partial class Number
{
    public required long Plain { get; init; }

    public required int Small { get; init; }

    public required long Large { get; init; }

    public required BigInteger Huge { get; init; }

    public required double Real { get; init; }

    public required float Narrow { get; init; }

    public required double Wide { get; init; }

    public required decimal Exact { get; init; }

    public required bool Flag { get; init; }

    public required JsonElement Any { get; init; }
}
