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
public sealed class FastApiInventory() : UvicornApp("app:app"), IInventoryApp
{
    public HttpMessageHandler Handler { get; } = new SocketsHttpHandler();

    public override ValueTask DisposeAsync()
    {
        Handler.Dispose();
        return base.DisposeAsync();
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
