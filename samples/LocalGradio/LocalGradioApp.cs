using System.ComponentModel;
using System.Diagnostics;

namespace LocalGradio;

/// <summary>A stand-in for a Gradio server with a small app, as a process of Node on loopback.</summary>
public sealed class LocalGradioApp : IAsyncDisposable
{
    private readonly Process _process;
    private bool _isStopped;

    private LocalGradioApp(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Gets where it listens: with its mount path, if it has one.</summary>
    public Uri Address { get; }

    /// <summary>Tells whether there is a Node that can run it.</summary>
    public static bool CanStart()
    {
        try
        {
            using Process process = StartNode("--version");
            string version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return int.TryParse(version.TrimStart('v').Split('.')[0], out int major) && major >= 18;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Its options, as <c>fake-gradio.mjs</c> lists them, such as <c>--extras --profile 5</c>.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<LocalGradioApp> StartAsync(string arguments = "", CancellationToken cancellationToken = default)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "fake-gradio.mjs");
        Process process = StartNode([script, "--port", "0", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        string? line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        int address = line?.IndexOf("http", StringComparison.Ordinal) ?? -1;
        if (address < 0)
        {
            throw new InvalidOperationException("The Gradio app did not start: " + await process.StandardError.ReadToEndAsync(cancellationToken));
        }

        // What it says from here on is of no use, but a full pipe would stop it.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return new LocalGradioApp(process, new Uri(line![address..].Trim()));
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process StartNode(params string[] arguments) => Process.Start(new ProcessStartInfo("node", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
