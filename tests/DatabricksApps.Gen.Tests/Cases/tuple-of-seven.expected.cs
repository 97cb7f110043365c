public sealed partial class Place
{
    public required (long, long, long, long, long, long, string) Week { get; init; }
}
