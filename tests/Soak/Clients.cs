using System.Net;
using System.Net.Sockets;
using DatabricksApps.Soak.InventoryApi;

namespace DatabricksApps.Soak;

/// <summary>The clients of the apps: of one that works, of one that fails over HTTP, of one that speaks none, and of none at all.</summary>
internal sealed class Clients(Uri good, FaultServer bad) : IDisposable
{
    private readonly InventoryClient _http = Create(bad.Http);
    private readonly InventoryClient _bytes = Create(bad.Bytes);
    private readonly InventoryClient _none = Create(Unused());

    public InventoryClient Good { get; } = Create(good);

    public InventoryClient For(Fault fault) => fault.IsUnreachable ? _none : fault.ServeBytes is null ? _http : _bytes;

    public void Dispose()
    {
        foreach (IDisposable client in (IDisposable[])[Good, _http, _bytes, _none])
        {
            client.Dispose();
        }
    }

    private static InventoryClient Create(Uri address) => InventoryClient.Create(new DatabricksAppOptions
    {
        BaseAddress = address,
        Token = "the-token",
        MaxResponseBytes = 1_000_000,
        Timeout = TimeSpan.FromSeconds(20),
    });

    // A port that was free a moment ago.
    private static Uri Unused()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }
}
