using DatabricksApps.Generated;

namespace DatabricksApps.Benchmarks.Shape;

/// <summary>The calls as the generator writes them.</summary>
public sealed class ShapeClient(HttpClient http)
{
    private readonly AppConnection _app = new(http);

    public Task<Item> GetAsync(long id, AppRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        AppRequest request = new(HttpMethod.Get, "/api/items/{item_id}");
        request.AddPath("/api/items/");
        request.AddPathValue("item_id", id);
        request.Accept("application/json");
        return _app.SendAsync<Item, ModelJson<Item>>(request, options, cancellationToken);
    }

    public Task<IReadOnlyList<Item>> ListAsync(AppRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        AppRequest request = new(HttpMethod.Get, "/api/items");
        request.AddPath("/api/items");
        request.Accept("application/json");
        return _app.SendAsync<IReadOnlyList<Item>, ListJson<Item, ModelJson<Item>>>(request, options, cancellationToken);
    }

    public Task<Item> CreateAsync(Item item, AppRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        AppRequest request = new(HttpMethod.Post, "/api/items");
        request.AddPath("/api/items");
        request.Accept("application/json");
        request.SetJson<Item, ModelJson<Item>>(item);
        return _app.SendAsync<Item, ModelJson<Item>>(request, options, cancellationToken);
    }
}
