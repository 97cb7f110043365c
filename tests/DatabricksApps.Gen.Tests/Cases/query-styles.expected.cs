public sealed partial class ShopClient
{
    // GET /api/items
    // query commas: commas (explode: false)
    // query spaces: spaces (style: SpaceDelimited, explode: false)
    // query pipes: pipes (style: PipeDelimited, explode: false)
    // query deep: deep (style: DeepObject, explode: false)
    // query json: json (as JSON)
    public Task ListItemsAsync(
        string q,
        long? limit = null,
        IReadOnlyList<string>? tags = null,
        IReadOnlyList<string>? commas = null,
        IReadOnlyList<string>? spaces = null,
        IReadOnlyList<string>? pipes = null,
        ListItemsDeep? deep = null,
        ListItemsJson? json = null);
}

public sealed partial class ListItemsDeep
{
    public long? A { get; init; }
}

public sealed partial class ListItemsJson
{
    public long? B { get; init; }
}
