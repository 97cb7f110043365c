using System.Diagnostics;
using DatabricksApps.EndToEnd.Tests.Servers;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>An app of Python under uvicorn, in a process of its own.</summary>
/// <param name="app">The module and the variable in it, such as <c>app:app</c>.</param>
/// <param name="folder">The folder of the module below that of these tests; null: the sample's.</param>
public abstract class UvicornApp(string app, string? folder = null) : IAsyncLifetime
{
    private readonly int _port = ServerProcess.FreePort();

    private Process? _process;

    /// <summary>Gets where it listens; skips the test that asks if there is no Python to run it.</summary>
    public Uri BaseAddress
    {
        get
        {
            Python.Require();
            return new Uri($"http://127.0.0.1:{_port}");
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Python.Path is { } python)
        {
            string[] place = folder is null ? [] : ["--app-dir", Path.Combine(Repository.Tests, folder)];
            _process = Python.Start(python, ["-m", "uvicorn", app, .. place, "--port", $"{_port}", "--log-level", "warning"]);
            await ServerProcess.WaitUntilItListensAsync(_process, _port);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is not null)
        {
            await ServerProcess.EndAsync(_process);
        }
    }
}
