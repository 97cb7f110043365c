public sealed partial class ShopClient
{
    // POST /api/items
    // query tags: tags (style: PipeDelimited, explode: false)
    public Task<Item> CreateItemAsync(Item body, IReadOnlyList<string>? tags = null);

    // POST /api/file
    // body multipart/form-data
    public Task SendFileAsync(AppFile upload);
}

public sealed partial class Item
{
    public required int Id { get; init; }
}
