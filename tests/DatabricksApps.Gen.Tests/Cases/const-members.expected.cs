public sealed partial class Dog
{
    public string Kind { get; init; } = "dog"; // always sent

    public long Version { get; init; } = 2L; // always sent

    public bool? Tail { get; init; }
}
