namespace DatabricksApps.Benchmarks;

/// <summary>The same calls by each client; <see langword="null"/>: the client has no such call.</summary>
internal interface ICalls
{
    string Name { get; }

    Task GetAsync();

    Task ListAsync();

    Task PostAsync();

    /// <summary>A request that the app refuses with 422, read into the client's typed exception.</summary>
    Task RefusedAsync();

    /// <summary>A request with ten query parameters.</summary>
    Task SearchAsync();

    Task UploadAsync();

    Task DownloadAsync();

    /// <summary>1,000 server-sent events.</summary>
    Func<Task>? Events { get; }

    /// <summary>10,000 JSON Lines.</summary>
    Func<Task>? Lines { get; }
}
