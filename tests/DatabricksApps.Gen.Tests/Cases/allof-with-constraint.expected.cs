public sealed partial class Cup
{
    public required long Size { get; init; }

    public string? Label { get; init; }
}
