using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DatabricksApps.Auth;

/// <summary>Waits on the loopback interface for the browser to bring the authorization code (RFC 6749 §4.1.2).</summary>
internal sealed class LoopbackCallback : IDisposable
{
    // The ports that the client of the Databricks CLI may return to.
    private const int FirstPort = 8020;
    private const int LastPort = 8040;

    private const int LongestRequest = 16 * 1024;

    // Browsers open a few connections ahead of need; whoever opens more than this is none, and the oldest goes.
    private const int MostConnections = 32;

    private readonly List<TcpListener> _listeners;
    private readonly Queue<TcpClient> _open = [];
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<CallbackAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackCallback(int port, List<TcpListener> listeners)
    {
        Address = $"http://localhost:{port}";
        _listeners = listeners;
    }

    /// <summary>Gets the address to return to.</summary>
    public string Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port; null: the first free one of the client's.</param>
    /// <exception cref="AppAuthenticationException">The port is taken.</exception>
    public static LoopbackCallback Listen(int? port)
    {
        for (int candidate = port ?? FirstPort; candidate <= (port ?? LastPort); candidate++)
        {
            if (TryListen(candidate) is { } callback)
            {
                return callback;
            }
        }

        throw AuthFailure.Of(
            port is null ? $"all ports from {FirstPort} to {LastPort} are taken, to which the browser could return" : $"the port {port} is taken, to which the browser returns",
            "another sign-in is waiting.",
            "Finish it, or set OAuthCallbackPort (DATABRICKS_OAUTH_CALLBACK_PORT) to a free port that the OAuth client may use.");
    }

    /// <summary>
    /// Begins to answer, which is before anybody knows the address: who opens the page may wait until it is there. What
    /// else asks is answered 404.
    /// </summary>
    /// <param name="state">What the answer must bring along: else it belongs to somebody else's sign-in.</param>
    public void Answer(string state)
    {
        foreach (TcpListener listener in _listeners)
        {
            _ = AcceptAsync(listener, state);
        }
    }

    /// <summary>Waits for the code.</summary>
    /// <exception cref="AppAuthenticationException">The user or the server refused.</exception>
    public async Task<string> WaitForCodeAsync(CancellationToken cancellationToken)
    {
        CallbackAnswer answer = await _answered.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer.Code ?? throw AuthFailure.Of(
            $"the sign-in in the browser ended with {SingleLine.Of(answer.Error ?? "no code", 300, [])}",
            "the user or the account refused it, or does not give the scopes.",
            "Call again, and sign in as a user of the workspace.");
    }

    public void Dispose()
    {
        _end.Cancel();
        _answered.TrySetCanceled();
        foreach (TcpListener listener in _listeners)
        {
            listener.Dispose();
        }

        lock (_open)
        {
            foreach (TcpClient client in _open)
            {
                client.Dispose();
            }
        }

        _end.Dispose();
    }

    // "localhost" may be either; a machine without IPv6 has only one.
    private static LoopbackCallback? TryListen(int port)
    {
        List<TcpListener> listeners = [];
        foreach (IPAddress address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            TcpListener listener = new(address, port);
            try
            {
                listener.Start();
                listeners.Add(listener);
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                listener.Dispose();
                listeners.ForEach(l => l.Dispose());
                return null;
            }
            catch (SocketException)
            {
                listener.Dispose();
            }
        }

        return listeners.Count == 0 ? null : new LoopbackCallback(port, listeners);
    }

    // One that says nothing must not keep the others waiting.
    private async Task AcceptAsync(TcpListener listener, string state)
    {
        CancellationToken end = _end.Token;
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(end).ConfigureAwait(false);
                Bound(client);
                _ = AnswerAsync(client, state, end);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The sign-in has ended.
        }
    }

    private void Bound(TcpClient client)
    {
        lock (_open)
        {
            _open.Enqueue(client);
            if (_open.Count > MostConnections)
            {
                _open.Dequeue().Dispose();
            }
        }
    }

    private async Task AnswerAsync(TcpClient client, string state, CancellationToken cancellationToken)
    {
        using (client)
        {
            CallbackAnswer? answer = null;
            try
            {
                NetworkStream stream = client.GetStream();
                answer = CallbackAnswer.Read(await ReadTargetAsync(stream, cancellationToken).ConfigureAwait(false));
                answer = answer is not null && IsState(answer.State, state) ? answer : null;
                (string status, string text) = answer switch
                {
                    null => ("404 Not Found", "There is nothing here."),
                    { Code: null } => ("200 OK", "The sign-in failed. The program that asked for it says why."),
                    _ => ("200 OK", "You are signed in, and can close this page."),
                };
                await WriteAsync(stream, status, text, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The browser went away; what it brought counts.
            }

            if (answer is not null)
            {
                _answered.TrySetResult(answer);
            }
        }
    }

    // Gets the target of the request, such as "/?code=…"; the rest does not matter, and is read so that the connection ends well.
    private static async ValueTask<string> ReadTargetAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[LongestRequest];
        int length = 0;
        while (length < buffer.Length && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        string[] words = Encoding.ASCII.GetString(buffer, 0, length).Split('\r')[0].Split(' ');
        return words is ["GET", var target, ..] ? target : "";
    }

    private static async ValueTask WriteAsync(NetworkStream stream, string status, string text, CancellationToken cancellationToken)
    {
        string page = $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Databricks sign-in</title><p>{text}</p></html>";
        string answer =
            $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n" +
            $"Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{page}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsState(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
