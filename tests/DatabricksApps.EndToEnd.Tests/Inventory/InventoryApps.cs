using System.Diagnostics;
using DatabricksApps.EndToEnd.Tests.Servers;
using LocalInventory;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>A running inventory app.</summary>
public interface IInventoryApp : IAsyncLifetime
{
    Uri BaseAddress { get; }

    /// <summary>Gets what sends the requests; it lives as long as the app.</summary>
    HttpMessageHandler Handler { get; }
}

/// <summary>The FastAPI app under uvicorn.</summary>
public sealed class FastApiInventory : IInventoryApp
{
    private readonly int _port = ServerProcess.FreePort();

    private Process? _process;

    /// <summary>Gets where the app listens; skips the test that asks if there is no Python to run it.</summary>
    public Uri BaseAddress
    {
        get
        {
            Python.Require();
            return new Uri($"http://127.0.0.1:{_port}");
        }
    }

    public HttpMessageHandler Handler { get; } = new SocketsHttpHandler();

    public async ValueTask InitializeAsync()
    {
        if (Python.Path is not { } python)
        {
            return;
        }

        _process = await Uvicorn.StartAsync(python, _port, "app:app");
    }

    public async ValueTask DisposeAsync()
    {
        Handler.Dispose();
        if (_process is not null)
        {
            await ServerProcess.EndAsync(_process);
        }
    }
}

/// <summary>The same app as ASP.NET Core in this process.</summary>
public sealed class LocalInventoryFixture : IInventoryApp
{
    private LocalInventoryApp? _app;

    public Uri BaseAddress => _app!.BaseAddress;

    public HttpMessageHandler Handler { get; } = new SocketsHttpHandler();

    public IEnumerable<string> Routes => _app!.Routes;

    public async ValueTask InitializeAsync() => _app = await LocalInventoryApp.StartAsync();

    public ValueTask DisposeAsync()
    {
        Handler.Dispose();
        return _app!.DisposeAsync();
    }
}
