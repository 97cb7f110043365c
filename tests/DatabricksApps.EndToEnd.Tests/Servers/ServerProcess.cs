using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DatabricksApps.EndToEnd.Tests.Servers;

/// <summary>Programs that listen on a port of this machine.</summary>
internal static class ServerProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Finds a port that nobody listens on.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until a program, whose output is redirected, listens; fails with what it has written if it ends before.</summary>
    public static async Task WaitUntilItListensAsync(Process process, int port)
    {
        List<string> written = [];
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_patience; await Task.Delay(100))
        {
            if (process.HasExited)
            {
                await process.WaitForExitAsync();
                Assert.Fail($"The server has ended:\n{string.Join('\n', written)}");
            }

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

        Assert.Fail($"The server does not listen after {s_patience}.");

        void Keep(string? line)
        {
            lock (written)
            {
                written.Add(line ?? "");
            }
        }
    }

    /// <summary>Ends a program and what it has started.</summary>
    public static async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
