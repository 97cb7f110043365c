public sealed partial class ShopClient
{
    // POST /api/token
    // body application/x-www-form-urlencoded
    // field version = 2L
    public Task LogInAsync(string username, string password, string? scope = null, IReadOnlyList<string>? tags = null);
}
