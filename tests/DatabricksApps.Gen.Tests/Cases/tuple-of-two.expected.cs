public sealed partial class Place
{
    public required (double, string) Point { get; init; }
}
