using System.Diagnostics;
using DatabricksApps.EndToEnd.Tests.Servers;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>The server of Python apps.</summary>
internal static class Uvicorn
{
    /// <summary>Starts an app and waits until it listens.</summary>
    /// <param name="python">Python's path.</param>
    /// <param name="port">The port.</param>
    /// <param name="app">The module and the app in it, and further arguments.</param>
    public static async Task<Process> StartAsync(string python, int port, params string[] app)
    {
        Process process = Python.Start(python, ["-m", "uvicorn", .. app, "--port", $"{port}", "--log-level", "warning"]);
        await ServerProcess.WaitUntilItListensAsync(process, port);
        return process;
    }
}
