public sealed partial class ShopClient
{
    // PUT /api/text
    // body text/plain
    public Task<string> SendTextAsync(string body);

    // PUT /api/bytes
    // body application/octet-stream
    public Task<AppFile> SendBytesAsync(AppFile body);
}
