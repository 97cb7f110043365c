using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Soak;

/// <summary>A Kestrel on the loopback interface that does to each request what it asks for: on one port over HTTP, on another in bytes.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, Fault> _faults;

    private FaultServer(WebApplication app, Dictionary<string, Fault> faults)
    {
        _app = app;
        _faults = faults;
    }

    public Uri Http => new(_app.Urls.First());

    public Uri Bytes => new(_app.Urls.Last());

    public static async Task<FaultServer> StartAsync(IEnumerable<Fault> faults)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        FaultServer? server = null;
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(System.Net.IPAddress.Loopback, 0);
            options.Listen(System.Net.IPAddress.Loopback, 0, port => port.Run(connection => server!.ServeAsync(connection)));
        });
        WebApplication app = builder.Build();
        server = new FaultServer(app, faults.ToDictionary(fault => fault.Name));
        app.Run(context => server._faults[context.Request.Headers[Fault.Header].ToString()].Serve!(context));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Reads no further than the head, which names the fault.
    private async Task ServeAsync(ConnectionContext connection)
    {
        StringBuilder head = new();
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            System.IO.Pipelines.ReadResult read = await connection.Transport.Input.ReadAsync();
            head.Append(Encoding.Latin1.GetString(read.Buffer.ToArray()));
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }

        string name = head.ToString().Split(Fault.Header + ": ")[1].Split('\r')[0];
        await _faults[name].ServeBytes!(connection);
    }
}
