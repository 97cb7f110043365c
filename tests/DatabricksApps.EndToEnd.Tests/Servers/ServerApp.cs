using System.Diagnostics;

namespace DatabricksApps.EndToEnd.Tests.Servers;

/// <summary>An app of another framework, in a process of its own.</summary>
/// <param name="name">The folder beside this file that it is in.</param>
public abstract class ServerApp(string name) : IAsyncLifetime
{
    private readonly int _port = ServerProcess.FreePort();

    private Process? _process;

    private string? _missing;

    /// <summary>Gets where the app listens; skips the test that asks if it cannot run here, and fails it where <c>CI</c> is set.</summary>
    public Uri BaseAddress
    {
        get
        {
            if (_missing is not null)
            {
                Assert.False(Environment.GetEnvironmentVariable("CI") == "true", _missing);
                Assert.Skip(_missing);
            }

            return new Uri($"http://127.0.0.1:{_port}");
        }
    }

    /// <summary>Gets the name of its folder.</summary>
    protected string Name => name;

    /// <summary>Gets the folder of its sources.</summary>
    protected string Sources { get; } = Path.Combine(Repository.Tests, "Servers", name);

    public async ValueTask InitializeAsync()
    {
        _missing = await PrepareAsync();
        if (_missing is null)
        {
            _process = Process.Start(Command(_port))!;
            await ServerProcess.WaitUntilItListensAsync(_process, _port);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is not null)
        {
            await ServerProcess.EndAsync(_process);
        }
    }

    /// <summary>
    /// The document that the client is generated from is what the app serves, with line breaks. <c>ACCEPT_SNAPSHOTS=1</c>
    /// writes it anew.
    /// </summary>
    internal async Task CheckDocumentAsync(CancellationToken cancellation)
    {
        using HttpClient client = new() { BaseAddress = BaseAddress };
        string served = Indented.Of(await client.GetStringAsync("/api/openapi.json", cancellation));
        string path = Path.Combine(Sources, $"{name.ToLowerInvariant()}.openapi.json");
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, served, cancellation);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, cancellation), served, ignoreLineEndingDifferences: true);
    }

    /// <summary>Provides what the app needs; returns what is missing on this machine.</summary>
    protected abstract Task<string?> PrepareAsync();

    /// <summary>Returns how the app is started; what it writes is redirected.</summary>
    protected abstract ProcessStartInfo Command(int port);
}
