public sealed partial class Dog
{
    public string Kind { get; init; } = "dog"; // always sent

    public string Sound { get; init; } = "wuff"; // always sent
}
