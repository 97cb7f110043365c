public sealed partial class Entry
{
    public required string Name { get; init; }
}

public sealed partial class Folder
{
    public required string Name { get; init; }

    public IReadOnlyList<Folder>? Entries { get; init; }
}
