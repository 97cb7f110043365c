using BenchmarkDotNet.Attributes;

namespace DatabricksApps.Benchmarks;

/// <summary>Each call by each client, for BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class Calls
{
    private static readonly ICalls[] s_clients = Clients.All();

    private ICalls _client = s_clients[0];

    public static IEnumerable<string> Names => s_clients.Select(client => client.Name);

    [ParamsSource(nameof(Names))]
    public string Client { get; set; } = "";

    [GlobalSetup]
    public void Choose() => _client = s_clients.Single(client => client.Name == Client);

    [Benchmark]
    public Task Get() => _client.GetAsync();

    [Benchmark]
    public Task List() => _client.ListAsync();

    [Benchmark]
    public Task Post() => _client.PostAsync();

    [Benchmark]
    public Task Refused() => _client.RefusedAsync();

    [Benchmark]
    public Task Search() => _client.SearchAsync();

    [Benchmark]
    public Task Upload() => _client.UploadAsync();

    [Benchmark]
    public Task Download() => _client.DownloadAsync();

    // NSwag has no streams: nothing is done, and nothing is measured.
    [Benchmark]
    public Task Events() => _client.Events?.Invoke() ?? Task.CompletedTask;

    [Benchmark]
    public Task Lines() => _client.Lines?.Invoke() ?? Task.CompletedTask;
}
