using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>The server of Python apps.</summary>
internal static class Uvicorn
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts an app and waits until it listens.</summary>
    /// <param name="python">Python's path.</param>
    /// <param name="port">The port.</param>
    /// <param name="app">The module and the app in it, and further arguments.</param>
    public static async Task<Process> StartAsync(string python, int port, params string[] app)
    {
        Process process = Python.Start(python, ["-m", "uvicorn", .. app, "--port", $"{port}", "--log-level", "warning"]);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItListensAsync(process, port);
        return process;
    }

    /// <summary>Finds a port that nobody listens on.</summary>
    public static int FreePort()
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
