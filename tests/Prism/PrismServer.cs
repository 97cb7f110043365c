using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DatabricksApps.Prism;

/// <summary>Prism as the server of a document, which refuses requests that the document does not allow.</summary>
internal sealed class PrismServer : IDisposable
{
    // It writes out all schemas before it listens, which takes minutes where there is much else to do.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;

    private PrismServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Gets where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Gets whether Prism has ended, as it does when it runs out of memory or stack.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts Prism.</summary>
    /// <param name="document">The document's path.</param>
    /// <param name="port">Where it listens; null: anywhere.</param>
    /// <exception cref="InvalidOperationException">Prism cannot serve the document; the message says why.</exception>
    /// <exception cref="TimeoutException">It is not done with the document in time.</exception>
    public static async Task<PrismServer> StartAsync(string document, int? port = null)
    {
        port ??= FindPort();
        StringBuilder said = new();
        TaskCompletionSource<bool> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = new()
        {
            StartInfo = new ProcessStartInfo("node", ["--max-old-space-size=3000", PrismInstallation.Program, "mock", "--errors", "--seed", "1", "-h", "127.0.0.1", "-p", $"{port}", document])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Listen(line.Data);
        process.ErrorDataReceived += (_, line) => Listen(line.Data);
        process.Exited += (_, _) => started.TrySetResult(false);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        bool isListening = await Task.WhenAny(started.Task, Task.Delay(s_patience)).ConfigureAwait(false) == started.Task && await started.Task.ConfigureAwait(false);
        PrismServer server = new(process, new Uri($"http://127.0.0.1:{port}"));
        if (isListening)
        {
            return server;
        }

        bool hasEnded = started.Task.IsCompleted;
        server.Dispose();
        lock (said)
        {
            throw hasEnded ? new InvalidOperationException(said.ToString().Trim()) : new TimeoutException("Prism does not start in time.");
        }

        void Listen(string? line)
        {
            if (line?.Contains("Prism is listening", StringComparison.Ordinal) == true)
            {
                started.TrySetResult(true);
            }
            else if (line is not null && !started.Task.IsCompleted)
            {
                lock (said)
                {
                    said.AppendLine(line);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
