using System.Net;
using System.Net.Sockets;

namespace DatabricksApps.Benchmarks;

/// <summary>The app on a loopback port, for programs of their own.</summary>
internal sealed class LocalItems : IDisposable
{
    private readonly HttpListener _listener = new();

    private LocalItems(string address)
    {
        BaseAddress = address;
        _listener.Prefixes.Add(address);
    }

    public string BaseAddress { get; }

    public static LocalItems Start()
    {
        LocalItems app = new($"http://127.0.0.1:{FreePort()}/");
        app._listener.Start();
        _ = Task.Run(app.AnswerAsync);
        return app;
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await call.Request.InputStream.CopyToAsync(Stream.Null);
            bool isList = call.Request.HttpMethod == "GET" && call.Request.Url!.AbsolutePath == "/api/items";
            byte[] body = isList ? Payload.List : Payload.One;
            call.Response.ContentType = "application/json";
            call.Response.ContentLength64 = body.Length;
            await call.Response.OutputStream.WriteAsync(body);
            call.Response.Close();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
