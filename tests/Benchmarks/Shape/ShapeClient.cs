using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Benchmarks.Shape;

/// <summary>The least send path: headers first, one pooled buffer, parse.</summary>
public sealed class ShapeClient(HttpClient http)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public Task<Item> GetAsync(long id, CancellationToken cancellationToken = default) =>
        SendAsync<Item, ModelJson<Item>>(new HttpRequestMessage(HttpMethod.Get, $"api/items/{id}"), cancellationToken);

    public Task<IReadOnlyList<Item>> ListAsync(CancellationToken cancellationToken = default) =>
        SendAsync<IReadOnlyList<Item>, ListJson<Item, ModelJson<Item>>>(
            new HttpRequestMessage(HttpMethod.Get, "api/items"), cancellationToken);

    public async Task<Item> CreateAsync(Item item, CancellationToken cancellationToken = default)
    {
        using PooledBuffer body = JsonText.Write<Item, ModelJson<Item>>(item);
        ReadOnlyMemoryContent content = new(body.WrittenMemory);
        content.Headers.ContentType = s_json;
        return await SendAsync<Item, ModelJson<Item>>(
            new HttpRequestMessage(HttpMethod.Post, "api/items") { Content = content }, cancellationToken);
    }

    private async Task<T> SendAsync<T, TJson>(HttpRequestMessage request, CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        using HttpResponseMessage response =
            await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        int length = (int)(response.Content.Headers.ContentLength ?? 4096);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int count = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false)) > 0)
            {
                count += read;
            }

            return JsonText.Read<T, TJson>(buffer.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
