// DBXAPP0108 /paths/~1api~1export/get/responses/200/content/application~1xml
// DBXAPP0108 /paths/~1api~1image/get/responses/200/content/application~1json

public sealed partial class ShopClient
{
    // GET /api/chat
    public Task<Reply> ChatAsync();

    // GET /api/chat
    public IAsyncEnumerable<Piece> ChatStreamAsync();

    // GET /api/export
    public Task<Reply> ExportAsync();

    // GET /api/export
    public Task<string> ExportTextAsync();

    // GET /api/export
    public Task<AppFile> ExportFileAsync();

    // GET /api/image
    public Task<AppFile> ImageAsync();
}

public sealed partial class Piece
{
    public required string Delta { get; init; }
}

public sealed partial class Reply
{
    public required string Text { get; init; }
}
