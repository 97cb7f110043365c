using System.Diagnostics;
using DatabricksApps.EndToEnd.Tests.Inventory;
using DatabricksApps.EndToEnd.Tests.Servers;

namespace DatabricksApps.EndToEnd.Tests.Paging;

/// <summary>A FastAPI app of lists in pages.</summary>
public sealed class PagingApp : IAsyncLifetime
{
    private readonly int _port = ServerProcess.FreePort();

    private Process? _process;

    /// <summary>Gets where it listens; skips the test that asks if it cannot run here.</summary>
    public Uri BaseAddress
    {
        get
        {
            Python.Require();
            return new Uri($"http://127.0.0.1:{_port}");
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Python.Path is { } python)
        {
            _process = await Uvicorn.StartAsync(python, _port, "paging:app", "--app-dir", Path.Combine(Repository.Tests, "Paging"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await ServerProcess.EndAsync(_process);
        }
    }
}

/// <summary>Notes what is asked for.</summary>
internal sealed class Asked() : DelegatingHandler(new SocketsHttpHandler())
{
    public List<string> Sent { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(Uri.UnescapeDataString(request.RequestUri!.Query));
        return base.SendAsync(request, cancellationToken);
    }
}
