using DatabricksApps.Benchmarks.Hand;
using Refit;

namespace DatabricksApps.Benchmarks.Peers;

/// <summary>The calls by Refit, in its fastest form: source-generated requests and System.Text.Json's source generator.</summary>
internal sealed class RefitCalls(HttpClient http) : ICalls
{
    private readonly IRefitItems _client = RestService.For<IRefitItems>(
        http, new RefitSettings(new SystemTextJsonContentSerializer(HandJson.Default.Options)));

    public string Name => "Refit";

    public Task GetAsync() => _client.GetAsync(42);

    public Task ListAsync() => _client.ListAsync();

    public Task PostAsync() => _client.CreateAsync(HandCalls.Item);

    public async Task RefusedAsync()
    {
        try
        {
            await _client.GetAsync(0);
        }
        catch (ApiException exception)
        {
            await exception.GetContentAsAsync<HandValidationError>();
        }
    }

    public Task SearchAsync() => _client.SearchAsync(
        "drill & saw", "available", ["new", "sale"], 1.5, 99.75, true, Times.Created, "ACME", 20, 10);

    public Task UploadAsync() => _client.UploadAsync(
        42, new StreamPart(new MemoryStream(Payload.Photo, writable: false), "photo.png", "image/png"));

    public async Task DownloadAsync()
    {
        await using Stream file = await _client.DownloadAsync(42);
        await file.CopyToAsync(Stream.Null);
    }

    public Func<Task> Events => async () =>
    {
        await foreach (HandReading item in _client.WatchAsync())
        {
        }
    };

    public Func<Task> Lines => async () =>
    {
        await foreach (HandReading reading in _client.ExportAsync())
        {
        }
    };
}
