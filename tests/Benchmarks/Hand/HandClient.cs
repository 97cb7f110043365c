using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Benchmarks.Hand;

/// <summary>The calls as a careful person writes them by hand: JSON read from the stream, nothing buffered twice.</summary>
public sealed class HandClient(HttpClient http)
{
    public Task<HandItem?> GetAsync(long id, CancellationToken cancellationToken = default) =>
        ReadAsync(http.GetAsync($"api/items/{id}", HttpCompletionOption.ResponseHeadersRead, cancellationToken), cancellationToken);

    public Task<List<HandItem>?> ListAsync(CancellationToken cancellationToken = default) =>
        http.GetFromJsonAsync("api/items", HandJson.Default.ListHandItem, cancellationToken);

    public Task<HandItem?> CreateAsync(HandItem item, CancellationToken cancellationToken = default) =>
        ReadAsync(http.PostAsJsonAsync("api/items", item, HandJson.Default.HandItem, cancellationToken), cancellationToken);

    public Task<List<HandItem>?> SearchAsync(HandSearch search, CancellationToken cancellationToken = default)
    {
        StringBuilder url = new("api/search");
        char mark = '?';
        Add("text", search.Text);
        Add("status", search.Status switch { HandStatus.Available => "available", HandStatus.Sold => "sold", _ => null });
        foreach (string tag in search.Tags)
        {
            Add("tag", tag);
        }

        Add("min_price", search.MinPrice?.ToString(CultureInfo.InvariantCulture));
        Add("max_price", search.MaxPrice?.ToString(CultureInfo.InvariantCulture));
        Add("in_stock", search.InStock switch { true => "true", false => "false", null => null });
        Add("created_since", search.CreatedSince?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Add("supplier", search.Supplier);
        Add("offset", search.Offset?.ToString(CultureInfo.InvariantCulture));
        Add("limit", search.Limit?.ToString(CultureInfo.InvariantCulture));
        return http.GetFromJsonAsync(url.ToString(), HandJson.Default.ListHandItem, cancellationToken);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                url.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }
    }

    public async Task<long> UploadAsync(long id, Stream photo, CancellationToken cancellationToken = default)
    {
        using StreamContent file = new(photo);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using MultipartFormDataContent form = new() { { file, "photo", "photo.png" } };
        using HttpResponseMessage response = await http.PutAsync($"api/items/{id}/photo", form, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(HandJson.Default.Int64, cancellationToken).ConfigureAwait(false);
    }

    public async Task DownloadAsync(long id, Stream target, CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await http.GetAsync(
            $"api/items/{id}/photo", HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<HandItem?> ReadAsync(Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await sending.ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            throw new HandValidationException(
                await response.Content.ReadFromJsonAsync(HandJson.Default.HandValidationError, cancellationToken).ConfigureAwait(false));
        }

        response.EnsureSuccessStatusCode();
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, HandJson.Default.HandItem, cancellationToken).ConfigureAwait(false);
    }
}

public sealed class HandValidationException(HandValidationError? error) : Exception("The app refused the request.")
{
    public HandValidationError? Error { get; } = error;
}
