using DatabricksApps.Benchmarks.Hand;
using Refit;

namespace DatabricksApps.Benchmarks.Peers;

/// <summary>The app as an interface for Refit, with the models and the serializer context that are written by hand.</summary>
internal interface IRefitItems
{
    [Get("/api/items/{id}")]
    Task<HandItem> GetAsync(long id);

    [Get("/api/items")]
    Task<List<HandItem>> ListAsync();

    [Post("/api/items")]
    Task<HandItem> CreateAsync([Body] HandItem item);

    [Get("/api/search")]
    Task<List<HandItem>> SearchAsync(
        string? text, string? status, [Query(CollectionFormat.Multi)] string[] tag, double? min_price, double? max_price,
        bool? in_stock, DateTimeOffset? created_since, string? supplier, int? offset, int? limit);

    [Multipart]
    [Put("/api/items/{id}/photo")]
    Task<long> UploadAsync(long id, StreamPart photo);

    [Get("/api/items/{id}/photo")]
    Task<Stream> DownloadAsync(long id);

    [Get("/api/events")]
    IAsyncEnumerable<HandReading> WatchAsync();

    [Get("/api/readings")]
    IAsyncEnumerable<HandReading> ExportAsync();
}
