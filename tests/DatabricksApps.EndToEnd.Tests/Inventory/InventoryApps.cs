using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort();

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

        _process = Python.Start(python, "-m", "uvicorn", "app:app", "--port", $"{_port}", "--log-level", "warning");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilItListensAsync(_process, _port);
    }

    public async ValueTask DisposeAsync()
    {
        Handler.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitUntilItListensAsync(Process process, int port)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_patience; await Task.Delay(100))
        {
            Assert.False(process.HasExited, "uvicorn has ended.");
            using TcpClient client = new();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        Assert.Fail($"uvicorn does not listen after {s_patience}.");
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
