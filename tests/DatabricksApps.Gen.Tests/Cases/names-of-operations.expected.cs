public sealed partial class ShopClient
{
    // GET /api/items/{item_id}
    public Task ReadItemAsync(long itemId);

    // GET /api/orders
    public Task GetApiOrdersAsync();

    // POST /api/orders
    public Task PostApiOrdersAsync();

    // DELETE /api/orders/{id}
    public Task DeleteApiOrdersByIdAsync(long id);

    // GET /api/camel
    public Task GetCamelCaseAsync();
}
