public sealed partial class ShopClient
{
    // GET /api/old
    [Obsolete("The document calls this operation deprecated.")]
    public Task<Old> ReadOldAsync();
}

[Obsolete("The app's document calls it deprecated.")]
public sealed partial class Old
{
    public long? Id { get; init; }

    [Obsolete("The app's document calls it deprecated.")]
    public string? Name { get; init; }
}
