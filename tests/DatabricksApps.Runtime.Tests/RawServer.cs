using System.Net;
using System.Net.Sockets;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests;

/// <summary>A server of bytes on the loopback interface, for what no server of HTTP can be made to do.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Starts the server.</summary>
    /// <param name="serve">What it does with a connection, which is closed afterwards.</param>
    public RawServer(Func<RawConnection, Task> serve)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync(serve);
    }

    public Uri Address { get; }

    /// <summary>Makes a connection as <c>Create</c> does.</summary>
    public AppConnection Connect() => AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = Address, Token = "the-token" });

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync(Func<RawConnection, Task> serve)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_closing.Token), serve);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket, Func<RawConnection, Task> serve)
    {
        using (socket)
        {
            try
            {
                await serve(new RawConnection(socket, _closing.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client has left, or the test is over.
            }
        }
    }
}

/// <summary>A connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket, CancellationToken closing)
{
    /// <summary>Reads the head of a request, and of its body what comes along.</summary>
    public async Task<string> ReadHeadAsync()
    {
        StringBuilder head = new();
        byte[] buffer = new byte[1024];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int count = await socket.ReceiveAsync(buffer, closing);
            if (count == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            head.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return head.ToString();
    }

    public async Task WriteAsync(string text) => await socket.SendAsync(Encoding.Latin1.GetBytes(text), closing);

    /// <summary>Waits until the test is over.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, closing);

    /// <summary>Breaks the connection, which the client sees as a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
