using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>A server on this machine that does byte by byte what a script says, on each connection anew.</summary>
internal sealed class FaultServer : IDisposable
{
    private const int MostRepeated = 20_000;

    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Script _script;

    /// <summary>Starts the server.</summary>
    public FaultServer(Script script)
    {
        _script = script;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        if (script.All("@server").FirstOrDefault() == "refuse")
        {
            _listener.Stop();
            return;
        }

        _ = AcceptAsync();
    }

    /// <summary>Gets where the server is.</summary>
    public Uri Address { get; }

    /// <summary>Gets whether a part of a request came in, so that a connection had come about for the client too.</summary>
    public bool HasReceived { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_end.Token);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The case is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                foreach (string action in _script.All("@server"))
                {
                    await DoAsync(socket, action);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client has left, or the script has closed the connection.
            }
        }
    }

    private async Task DoAsync(Socket socket, string action)
    {
        string[] words = action.Split(' ', 2);
        string rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case "read":
                HasReceived |= await RequestReader.ReadAsync(socket, _end.Token);
                break;
            case "take":
                HasReceived |= await socket.ReceiveAsync(new byte[1 + Number(rest, 1)], _end.Token) > 0;
                break;
            case "send":
                await SendAsync(socket, Unescape(rest));
                break;
            case "body":
                await SendAsync(socket, _script.Body);
                break;
            case "slowly":
                foreach (byte one in Unescape(rest))
                {
                    await SendAsync(socket, [one]);
                    await Task.Delay(1, _end.Token);
                }

                break;
            case "repeat":
                string[] parts = rest.Split(' ', 2);
                for (int i = Math.Min(Number(parts[0], 1), MostRepeated); i > 0; i--)
                {
                    await SendAsync(socket, Unescape(parts[^1]));
                }

                break;
            case "wait":
                await Task.Delay(Math.Min(Number(rest, 1), 200), _end.Token);
                break;
            case "stall":
                await Task.Delay(Timeout.Infinite, _end.Token);
                break;
            case "reset":
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                break;
            case "shut":
                socket.Shutdown(SocketShutdown.Send);
                break;
        }
    }

    private async Task SendAsync(Socket socket, byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes.AsMemory(sent), _end.Token);
        }
    }

    private static int Number(string text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Min(number, 1_000_000) : otherwise;

    private static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(text.Replace("\\r", "\r").Replace("\\n", "\n").Replace("\\0", "\0"));
}
