using System.Net.Http.Json;

namespace DatabricksApps.Benchmarks.Hand;

/// <summary>The calls as a good engineer writes them by hand: JSON read from the stream.</summary>
public sealed class HandClient(HttpClient http)
{
    public Task<HandItem?> GetAsync(long id, CancellationToken cancellationToken = default) =>
        http.GetFromJsonAsync($"api/items/{id}", HandJson.Default.HandItem, cancellationToken);

    public Task<List<HandItem>?> ListAsync(CancellationToken cancellationToken = default) =>
        http.GetFromJsonAsync("api/items", HandJson.Default.ListHandItem, cancellationToken);

    public async Task<HandItem?> CreateAsync(HandItem item, CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response =
            await http.PostAsJsonAsync("api/items", item, HandJson.Default.HandItem, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(HandJson.Default.HandItem, cancellationToken);
    }
}
